const cors = require('cors');
const express = require('express');
const app = express();

app.use(cors({ origin: 'https://app.example.com', credentials: true }));
app.use(cors({ origin: ['https://a.example.com', /\.example\.org$/] }));
app.use(cors({ origin: process.env.ALLOWED_ORIGINS.split(',') }));
app.use(cors({ origin: false }));
