import pickle


class Layered:
    def restore(self, header, frames):
        kind = pickle.loads(header["kind"])
        made = object.__new__(kind)
        for name, part in header["parts"].items():
            inner = part.get("inner")
            made.__dict__[name] = self.restore(inner, frames) if inner else frames[name]
        return made
