package org.xinyidai.engine.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks through every byte of every file of a folder, as a thief of the disk would. */
public final class FileSearch {
  private FileSearch() {}

  /** The files that hold a text, in UTF-8 or GB18030, and the texts. */
  public static List<String> find(Path folder, List<String> texts) throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String content = latin(Files.readAllBytes(file));
      for (String text : texts) {
        if (content.contains(latin(text.getBytes(UTF_8)))
            || content.contains(latin(text.getBytes(Charset.forName("GB18030"))))) {
          found.add(text + " in " + folder.relativize(file));
        }
      }
    }
    return found;
  }

  /** Bytes as characters one by one. */
  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
