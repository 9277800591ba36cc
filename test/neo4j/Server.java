/** One Neo4j Community server that answers on Bolt, and ends when told to or when its standard input closes. */

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

final class Server {
  /** Replaced, not altered: altering refuses the password that the user already has. */
  private static final String SET_PASSWORD =
      "CREATE OR REPLACE USER neo4j SET PLAINTEXT PASSWORD $password SET PASSWORD CHANGE NOT REQUIRED";

  /** Arguments: the folder with neo4j.conf, and "temporary" or "kept". Environment: NEO4J_PASSWORD. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    boolean isTemporary = arguments[1].equals("temporary");
    AtomicReference<DatabaseManagementService> running = new AtomicReference<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running.get(), folder, isTemporary)));
    new Thread(Server::endWithParent).start();
    try {
      running.set(
          new DatabaseManagementServiceBuilder(folder)
              .loadPropertiesFromFile(folder.resolve("neo4j.conf"))
              .build());
      GraphDatabaseAPI system = (GraphDatabaseAPI) running.get().database("system");
      system.executeTransactionally(
          SET_PASSWORD, Map.of("password", System.getenv("NEO4J_PASSWORD")));
      System.out.println("ready " + boltPort(system));
    } catch (Exception exception) {
      // Threads of Neo4j's would keep the process after main has failed.
      exception.printStackTrace();
      System.exit(1);
    }
  }

  /** The port that was bound, where the configuration says 0. */
  private static int boltPort(GraphDatabaseAPI database) {
    return database
        .getDependencyResolver()
        .resolveDependency(ConnectorPortRegister.class)
        .getLocalAddress(ConnectorType.BOLT)
        .getPort();
  }

  /** The parent holds the other end and never writes: however it ends, even killed, the end is read here. */
  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException exception) {
      // A standard input that cannot be read has no parent behind it either.
    }
    System.exit(0);
  }

  private static void end(DatabaseManagementService service, Path folder, boolean isTemporary) {
    if (service != null) service.shutdown();
    if (isTemporary) removeAll(folder);
  }

  private static void removeAll(Path folder) {
    try (var paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException exception) {
      System.err.println("Could not remove " + folder + ": " + exception.getMessage());
    }
  }
}
