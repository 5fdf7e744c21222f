const fastify = require('fastify')();

fastify.register(require('@fastify/cors'), { origin: true, credentials: true }); // expect: permissive-headers
