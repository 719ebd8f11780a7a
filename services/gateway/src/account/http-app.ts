/** The gateway's HTTP application, for those who add routes to it without depending on fastify themselves. */
export type { FastifyInstance as HttpApp } from 'fastify';
