package org.xinyidai.engine.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.xinyidai.connectors.sample.DatasetRow;
import org.xinyidai.connectors.sample.DatasetWriter;

/**
 * Training sets that were asked for over HTTP (训练集文件), each as Arrow and as CSV in the state's own
 * folder until newer ones take its place. The same labels have the same number.
 */
public final class TrainingSetFiles {
  /** Sets that are held: each may take some hundred megabytes, and whoever asks fetches it soon. */
  static final int MOST_SETS = 8;

  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rwx------");

  private static final int ID_BYTES = 12;
  private static final Pattern ID = Pattern.compile("ts-[0-9a-f]{24}");

  private final Path folder;
  private final TrainingSets sets;

  /**
   * @param folder made when the first set is written
   */
  public TrainingSetFiles(Path folder, TrainingSets sets) {
    this.folder = folder;
    this.sets = sets;
  }

  /** How the rows are written. */
  public enum Form {
    ARROW(".arrow"),
    CSV(".csv");

    private final String suffix;

    Form(String suffix) {
      this.suffix = suffix;
    }

    public String suffix() {
      return suffix;
    }
  }

  /** The number of the set of some labels, whatever their order. */
  public static String id(List<Label> labels) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    labels.stream()
        .map(label -> TrainingSets.id(label) + "=" + label.bad() + "\n")
        .sorted()
        .forEach(line -> digest.update(line.getBytes(UTF_8)));
    return "ts-" + HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
  }

  /**
   * Joins the labels and writes the set in both forms, in the place of one of the same number.
   *
   * @param done told the number of labels joined
   * @return what is told of the set as a whole, by the names of {@link DatasetWriter}
   */
  public Map<String, String> write(List<Label> labels, LongConsumer done) throws IOException {
    Files.createDirectories(folder);
    // Rows are in the clear, for other programs read them: nobody but the server's user does.
    Files.setPosixFilePermissions(folder, OWNER_ALONE);
    String id = id(labels);
    long[] joined = {0};
    try (DatasetWriter arrow = open(id, Form.ARROW);
        DatasetWriter csv = open(id, Form.CSV)) {
      sets.<IOException>forEach(
          labels,
          (label, vector) -> {
            DatasetRow row = new DatasetRow(vector, label.bad());
            arrow.write(row);
            csv.write(row);
            done.accept(++joined[0]);
          });
      csv.finish();
      Map<String, String> about = arrow.finish();
      close(id);
      prune();
      return about;
    }
  }

  /** The length of a set's file in bytes; empty where there is no such set. */
  public Optional<Long> length(String id, Form form) throws IOException {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.size(file(id, form)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /**
   * A part of a set's file, shorter at its end and empty behind it.
   *
   * @throws NoSuchFileException when newer sets took its place meanwhile
   */
  public byte[] read(String id, Form form, long from, int most) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file(id, form))) {
      channel.position(from);
      ByteBuffer part =
          ByteBuffer.allocate((int) Math.max(0, Math.min(most, channel.size() - from)));
      while (part.hasRemaining() && channel.read(part) >= 0) {
        // A channel may give less than asked for.
      }
      return part.array();
    }
  }

  /** The files of a set stay its owner's own, should they be moved out of the folder. */
  private void close(String id) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(id)).toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  private DatasetWriter open(String id, Form form) throws IOException {
    return DatasetWriter.open(file(id, form), sets.schema(), TrainingSets.KNOWN_AT_RULE);
  }

  private Path file(String id, Form form) {
    return folder.resolve(id + form.suffix());
  }

  private void prune() throws IOException {
    List<Path> newest = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> file.toString().endsWith(Form.ARROW.suffix())).forEach(newest::add);
    }
    newest.sort(Comparator.comparing(TrainingSetFiles::age).reversed());
    for (Path old : newest.subList(Math.min(MOST_SETS, newest.size()), newest.size())) {
      String name = String.valueOf(old.getFileName());
      String stem = name.substring(0, name.length() - Form.ARROW.suffix().length());
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.getFileName().toString().startsWith(stem)).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static FileTime age(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
