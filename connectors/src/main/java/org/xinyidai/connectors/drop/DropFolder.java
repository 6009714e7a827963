package org.xinyidai.connectors.drop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A drop folder held by this process alone (投递目录). What is settled goes to {@code done/} or {@code
 * bad/}, behind its key, with a note beside it. The note is written first, then the file moves,
 * then its manifest: after a crash the manifest that is left tells what was under way.
 */
public final class DropFolder implements Closeable {
  /** Names looked at in one round; a folder that holds more is emptied round by round. */
  private static final int MAX_NAMES = 10_000;

  /** Of a longer name the end is kept, so that key and suffix find room in a file name. */
  private static final int LONGEST = 60;

  private static final String LOCK = ".xyd.lock";

  private final Path folder;
  private final FileChannel lock;

  private DropFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a folder, and makes the two for what is settled.
   *
   * @throws IOException when it is no folder, or another process has it; the message is for people
   */
  public static DropFolder open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + ": no such folder; make it, or check the path");
    }
    for (Place place : Place.values()) {
      Files.createDirectories(folder.resolve(place.folder));
    }
    FileChannel channel = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE);
    try {
      if (channel.tryLock() != null) {
        return new DropFolder(folder, channel);
      }
    } catch (OverlappingFileLockException ours) {
      // Told below, as if it were another process.
    } catch (IOException failure) {
      channel.close();
      throw failure;
    }
    channel.close();
    throw new IOException(folder + ": is watched already; stop the other process first");
  }

  /** Where a settled delivery goes. */
  public enum Place {
    DONE("done"),
    BAD("bad");

    private final String folder;

    Place(String folder) {
      this.folder = folder;
    }
  }

  /** The deliveries whose file and manifest are there, in order of name, as a round takes them. */
  public List<Dropped> round(DropLimits limits) throws IOException {
    List<Dropped> round = new ArrayList<>();
    long bytes = 0;
    for (Path manifest : manifests()) {
      Dropped dropped = Dropped.of(manifest);
      if (!dropped.isThere()) {
        finish(dropped);
      } else if (round.size() < limits.filesPerRound()
          && (round.isEmpty() || bytes + dropped.bytes() <= limits.bytesPerRound())) {
        bytes += dropped.bytes();
        round.add(dropped);
      }
    }
    return round;
  }

  /** Puts a delivery away with a note of what became of it. */
  public void settle(Dropped dropped, Place place, String noteName, byte[] note)
      throws IOException {
    Path temporary = settled(place, dropped, "." + noteName + ".tmp");
    Files.write(temporary, note);
    Files.move(
        temporary, settled(place, dropped, "." + noteName), StandardCopyOption.REPLACE_EXISTING);
    move(dropped.file(), settled(place, dropped, ""));
    move(dropped.manifestFile(), settled(place, dropped, Manifest.SUFFIX));
  }

  /** Puts a delivery away as bad, with the reason as JSON. */
  public void setAside(Dropped dropped, SetAside why) throws IOException {
    settle(dropped, Place.BAD, "reason.json", ReasonNote.of(dropped, why).getBytes(UTF_8));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  /** The folder, as it was named. */
  @Override
  public String toString() {
    return folder.toString();
  }

  /** Moves the manifest after its file where a crash came between; else the file is on its way. */
  private void finish(Dropped dropped) throws IOException {
    for (Place place : Place.values()) {
      if (Files.exists(settled(place, dropped, ""))) {
        move(dropped.manifestFile(), settled(place, dropped, Manifest.SUFFIX));
        return;
      }
    }
  }

  private List<Path> manifests() throws IOException {
    List<Path> manifests = new ArrayList<>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder, DropFolder::isManifest)) {
      for (Path name : names) {
        if (manifests.size() == MAX_NAMES) {
          break;
        }
        manifests.add(name);
      }
    }
    manifests.sort(Comparator.naturalOrder());
    return manifests;
  }

  private static boolean isManifest(Path path) {
    String name = String.valueOf(path.getFileName());
    return !name.startsWith(".")
        && name.endsWith(Manifest.SUFFIX)
        && name.length() > Manifest.SUFFIX.length();
  }

  private Path settled(Place place, Dropped dropped, String suffix) {
    String name = dropped.name();
    String shown = name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    return folder.resolve(place.folder).resolve(dropped.key() + "-" + shown + suffix);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
