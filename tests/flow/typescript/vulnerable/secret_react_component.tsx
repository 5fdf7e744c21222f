import React from 'react';
import { Client } from './client';

const accessToken = 'p8Kd83nLq0ZtXyW2mB5v'; // expect: hardcoded-secret

export const App = () => <Client apiKey="k9f2Lw7QzR4tVb1nM8xC" token={accessToken} />; // expect: hardcoded-secret
