import yaml from 'js-yaml';
import { all } from 'js-yaml-js-types';

const schema = yaml.DEFAULT_SCHEMA.extend(all); // expect: insecure-deserialization

export const parse = (text) => yaml.load(text, { schema });
