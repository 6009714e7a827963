package org.xinyidai.connectors.feed;

import java.io.IOException;
import java.io.Reader;

/** Cuts text into lines in one buffer; of a line longer than the buffer the rest is dropped. */
final class Lines {
  private final Reader in;
  private final char[] buffer;
  private int start;
  private int end;
  private int filled;
  private int next;
  private long number;
  private boolean whole;
  private boolean ended;

  Lines(Reader in, int maxChars) {
    this.in = in;
    this.buffer = new char[maxChars + 1];
  }

  /** Goes on to the next line; false at the end. */
  boolean next() throws IOException {
    start = next;
    int searched = start;
    while (true) {
      for (int i = searched; i < filled; i++) {
        if (buffer[i] == '\n') {
          return found(i, i + 1, true);
        }
      }
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
      }
      searched = filled;
      if (filled == buffer.length) {
        return tooLong();
      }
      if (ended || !fill()) {
        return filled > 0 && found(filled, filled, true);
      }
    }
  }

  char[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int length() {
    return end - start;
  }

  /** The number of the line, from 1. */
  long number() {
    return number;
  }

  /** Whether the line fitted the buffer. */
  boolean isWhole() {
    return whole;
  }

  private boolean found(int endOfLine, int startOfNext, boolean isWhole) {
    end = endOfLine;
    next = startOfNext;
    whole = isWhole;
    number++;
    return true;
  }

  /** Keeps the head of the line for the quarantine and reads past its end. */
  private boolean tooLong() throws IOException {
    char[] rest = new char[1];
    int read = in.read(rest, 0, 1);
    while (read > 0 && rest[0] != '\n') {
      read = in.read(rest, 0, 1);
    }
    ended = read < 0;
    found(filled, filled, false);
    return true;
  }

  private boolean fill() throws IOException {
    int read = in.read(buffer, filled, buffer.length - filled);
    ended = read < 0;
    filled += Math.max(read, 0);
    return !ended;
  }
}
