# The API: Node, what runs in production, and the bundled facts.
FROM node:24-bookworm-slim

ENV NODE_ENV=production
WORKDIR /app

# First what changes least: code that changes does not install packages anew.
COPY package.json package-lock.json ./
# Optional is only the Node that npm brings to machines with an older one: this image has its own.
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

COPY . .

# The only folder that it writes to. A new volume takes its owner from here: 1000 is the image's user "node".
RUN mkdir /data && chown 1000:1000 /data
VOLUME /data
USER 1000:1000

# Inside, it listens on the container's own network; what is open outside is said where it is started.
ENV PAPERGRAPH_HOST=0.0.0.0 PAPERGRAPH_DATA=/data PORT=4000
EXPOSE 4000

# The first start brings the bundled facts into the graph before it is ready.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# Not through npm, which keeps SIGTERM to itself.
ENTRYPOINT ["node", "cli/papergraph.js"]
CMD ["serve"]
