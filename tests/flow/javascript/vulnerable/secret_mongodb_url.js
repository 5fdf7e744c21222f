const mongoose = require('mongoose');

mongoose.connect('mongodb+srv://svc:Vx81kQp0zz@cluster0.abcde.mongodb.net/prod'); // expect: hardcoded-secret
