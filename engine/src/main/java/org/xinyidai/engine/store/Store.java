package org.xinyidai.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.xinyidai.engine.store.StoreException.Category;
import org.xinyidai.engine.telemetry.Step;

/**
 * The durable state of a node (存储): reads of consistent views, writes by commands alone. Safe for
 * many threads. Calls block, so they belong on workers, never on an event loop.
 */
public final class Store implements AutoCloseable {
  private final Gate gate = new Gate();
  private final Database database;
  private final GroupWriter writer;
  private final KnowledgeClock clock;
  private final StoreOptions options;
  private final Shards shards;
  private final Optional<Keyring> keyring;

  /** For whom changes are made when nobody else is named: whoever opened the store. */
  private final Act opener = Act.current().orElse(Act.PLATFORM);

  private Store(
      Database database,
      GroupWriter writer,
      KnowledgeClock clock,
      StoreOptions options,
      Shards shards) {
    this.options = options;
    this.database = database;
    this.writer = writer;
    this.clock = clock;
    this.shards = shards;
    this.keyring = database.opened().map(opened -> new Keyring(this, database, opened));
  }

  /**
   * Opens the store in a folder, or installs a new one there.
   *
   * @throws StoreException USER when the folder is in use by another process, of another format, or
   *     its key is not there, EXHAUSTED when the disk is full, INTERNAL when it is damaged
   */
  public static Store open(Path folder, StoreOptions options) {
    return open(folder, options, InstantSource.system());
  }

  /** The same with a clock of one's own, such as that of a simulation. */
  public static Store open(Path folder, StoreOptions options, InstantSource source) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          Category.USER, "the state folder " + folder + " cannot be made; choose another", e);
    }
    Database database = Database.open(folder, options, source);
    KnowledgeClock clock = new KnowledgeClock(source);
    GroupWriter writer = new GroupWriter(database, options, clock);
    writer.start();
    try {
      Store store =
          new Store(database, writer, clock, options, Format.install(folder, writer, options));
      if (database.isKeyWornOut()) {
        store.keyring.ifPresent(Keyring::rotate);
      }
      return store;
    } catch (RuntimeException e) {
      writer.close();
      database.close();
      throw e;
    }
  }

  /** How enterprises are cut into shards here; fixed when the store was installed. */
  public Shards shards() {
    return shards;
  }

  /**
   * Now, as far as it is known: an answer given as known at this instant stays the same for ever,
   * for whatever becomes known later bears a later instant (unless a backfill says otherwise).
   */
  public Instant instant() {
    return clock.readable();
  }

  /**
   * Decides a command and makes it durable, with an entry of the audit for whoever this thread acts
   * for. The future completes after the synced write, on the writer's own thread: continue with the
   * {@code Async} methods, or on a Vert.x context.
   *
   * @return fails with the command's own exception, or a {@link StoreException}: EXHAUSTED when too
   *     many commands wait or the disk is full
   */
  public <R> CompletableFuture<R> submit(Command<R> command) {
    return writer.submit(Act.current().orElse(opener), command);
  }

  /** Submits a command and waits until it is durable; throws what its future fails with. */
  public <R> R execute(Command<R> command) {
    try {
      return Step.timed("store write", () -> submit(command).join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Reads all families as of one moment. The view and its cursors end with the call; what outlives
   * it must be copied out.
   */
  public <R> R read(Function<View, R> reader) {
    return gate.inside(
        () -> {
          try (RocksView view = database.view()) {
            return reader.apply(view);
          }
        });
  }

  /**
   * Tells of every key of a family that is put or deleted from now on, after the change is durable
   * and before its caller learns of it. Told on the writer's thread: it may take a note, and must
   * not wait, read or fail.
   */
  public void follow(Family family, Consumer<byte[]> told) {
    writer.followers().add(family, told);
  }

  /** One figure for a monitor; an exception once the store is closed. */
  public long gauge(StoreGauge gauge) {
    return gate.inside(() -> gauge.read(database, writer));
  }

  /**
   * Puts all of this moment into a folder that is not there yet, beside the writes that go on; as
   * links where the disk is the same, so cheap there.
   */
  public void checkpoint(Path target) {
    gate.inside(
        () -> {
          database.checkpoint(target);
          return true;
        });
  }

  /** Opens another folder as this one is opened: with its measures and its master key. */
  public Store openAlike(Path other) {
    return open(other, options);
  }

  /** Where it lies. */
  public Path folder() {
    return database.folder();
  }

  /** The keys under which values are sealed; empty where they are not. */
  public Optional<Keyring> keyring() {
    return keyring;
  }

  /**
   * Has every file written anew, without what was deleted or replaced: nothing of that is left on
   * the disk afterwards, unless a read that began before still holds it. Takes as long as reading
   * and writing all of it.
   */
  public void compact() {
    gate.inside(
        () -> {
          database.compact();
          return true;
        });
  }

  Database database() {
    return database;
  }

  /** Work with the database that must end before it is closed. */
  <R> R guarded(Supplier<R> work) {
    return gate.inside(work);
  }

  /** Native handles that are open: zero after the close, else something leaks. */
  public int openHandles() {
    return database.openHandles();
  }

  /** Finishes the commands that wait and the reads under way, then closes. Harmless twice. */
  @Override
  public void close() {
    writer.close();
    gate.close(database::close);
  }
}
