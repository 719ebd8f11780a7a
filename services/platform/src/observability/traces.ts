import { AsyncLocalStorage } from 'node:async_hooks';
import type { GatewayWatch } from '@guichet/gateway/http/watch/gateway-watch';
import type { WorkerWatch } from '@guichet/worker/watch/worker-watch';
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Build } from './build.ts';
import type { MetricsParts } from './metrics.ts';
import { traceStatements } from './statement-spans.ts';

export interface Traces {
  readonly gateway: GatewayWatch;
  readonly worker: WorkerWatch;
  /** Sends what is left. */
  stop(): Promise<void>;
}

export interface TracesParts extends MetricsParts {
  /** Where spans go, by OTLP over http: the origin, without `/v1/traces`. */
  readonly url: string;
}

/**
 * A span for each operation and each job, and below it one for each statement. Names come from lists of ours; a statement is its text,
 * which holds no value. What is no operation's or job's, such as the owner's migrations, leaves no span at all.
 */
export function createTraces({ url, build, nameOf }: TracesParts): Traces {
  const provider = providerTo(url, build);
  const tracer = provider.getTracer('guichet');
  const current = new AsyncLocalStorage<Span>();
  const pool: WorkerWatch['pool'] = (name, given) =>
    traceStatements(given, (text) => {
      const above = current.getStore();
      if (above === undefined) return null;
      const attributes = { 'db.system.name': 'postgresql', 'db.query.text': text, 'guichet.pool': name };
      return tracer.startSpan('statement', { kind: SpanKind.CLIENT, attributes }, trace.setSpan(ROOT_CONTEXT, above));
    });
  return {
    gateway: {
      pool,
      replicaAsked: () => {},
      request: (run) => {
        const span = tracer.startSpan('request', { kind: SpanKind.SERVER }, ROOT_CONTEXT);
        current.run(span, run);
        return (answered) => endRequest(span, answered, nameOf);
      },
    },
    worker: { pool, replicaAsked: () => {}, job: (job) => ({ ...job, run: () => jobRun(job) }) },
    stop: () => provider.shutdown(),
  };

  async function jobRun(job: { readonly name: string; readonly run: () => Promise<number> }): Promise<number> {
    const span = tracer.startSpan(`job ${job.name}`, { kind: SpanKind.INTERNAL }, ROOT_CONTEXT);
    try {
      const done = await current.run(span, job.run);
      span.setAttribute('guichet.done', done);
      return done;
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  }
}

function providerTo(url: string, { commit, migration, node }: Build): TracerProvider {
  const exporter = new OTLPTraceExporter({ url: new URL('/v1/traces', url).href, timeoutMillis: 5000 });
  return new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'guichet',
      'service.version': commit,
      'guichet.migration': migration,
      'process.runtime.version': node,
    }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 2000 })],
  });
}

function endRequest(
  span: Span,
  { method, route, status, traceId, operation }: Parameters<ReturnType<GatewayWatch['request']>>[0],
  nameOf: MetricsParts['nameOf'],
): void {
  const name = operation === null ? `${method} ${route ?? 'none'}` : nameOf(operation.name);
  span.updateName(name);
  span.setAttributes({ 'http.route': route ?? 'none', 'http.response.status_code': status });
  // The same word as in our log and in what the caller was told of an internal error.
  if (traceId !== null) span.setAttribute('guichet.trace_id', traceId);
  if (operation !== null) {
    span.setAttribute('graphql.operation.name', name);
    if (operation.kind !== null) span.setAttribute('graphql.operation.type', operation.kind);
    if (operation.codes.length > 0) span.setAttribute('guichet.error_codes', [...operation.codes]);
  }
  if (status >= 500 || operation?.codes.includes('INTERNAL_SERVER_ERROR')) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
