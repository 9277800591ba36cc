/** Days, moments and addresses. */
import { GraphQLDate, GraphQLDateTime, GraphQLURL } from 'graphql-scalars';
import { builder } from './builder.ts';

builder.addScalarType('Date', GraphQLDate, {
  description: 'A day, as YYYY-MM-DD (RFC 3339 full-date): `2024-10-03`.',
});
builder.addScalarType('DateTime', GraphQLDateTime, {
  description: 'A moment in UTC (RFC 3339 date-time): `2024-10-03T17:55:13Z`.',
});
builder.addScalarType('URL', GraphQLURL, {
  description: 'A whole address with its scheme (RFC 3986): `https://arxiv.org/abs/2410.02743`.',
});
