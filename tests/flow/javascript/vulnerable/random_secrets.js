const generateOtp = () => Math.floor(100000 + Math.random() * 900000); // expect: weak-random

function randomPassword(length) {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  let result = "";
  for (let i = 0; i < length; i++) {
    result += letters[Math.floor(Math.random() * letters.length)]; // expect: weak-random
  }
  return result;
}

class Session {
  constructor() {
    this.sessionId = Math.random().toString(36).slice(2); // expect: weak-random
  }
}

module.exports = { generateOtp, randomPassword, Session };
