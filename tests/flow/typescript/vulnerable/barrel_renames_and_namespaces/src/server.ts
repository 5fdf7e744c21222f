import express from "express";
import { peopleByTown, places } from "./storage/index.js";

const app = express();

app.get("/people", (req, res) => res.json(peopleByTown(req.query.town as string)));
app.get("/places", (req, res) => res.json(places.byCode(req.query.code as string)));
