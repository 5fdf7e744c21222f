module.exports = {
  songs: require("./songs"),
  artists: require("./artists"),
};
