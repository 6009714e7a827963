package org.xinyidai.engine.inquiry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.inquiry.Message.Side;

/**
 * A thread of questions and answers between one enterprise and one lender (银企问答).
 *
 * @param lender organisation of the lender's accounts
 * @param readByEnterprise number of the last message that the enterprise has read
 * @param readByLender the same of the lender
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Inquiry(
    String id,
    String uscc,
    String lender,
    Subject about,
    Instant openedAt,
    List<Message> messages,
    int readByEnterprise,
    int readByLender) {
  /** More than a person reads again; a longer talk opens a new thread. */
  public static final int MAX_MESSAGES = 500;

  public Inquiry {
    messages = List.copyOf(messages);
  }

  /** A new thread without messages. */
  static Inquiry open(String id, String uscc, String lender, Subject about, Instant at) {
    return new Inquiry(id, uscc, lender, about, at, List.of(), 0, 0);
  }

  /** Whether another message fits. */
  public boolean hasRoom() {
    return messages.size() < MAX_MESSAGES;
  }

  /** The thread with one more message, which its sender has read. */
  Inquiry with(Message message) {
    List<Message> more = new ArrayList<>(messages);
    more.add(message);
    return new Inquiry(id, uscc, lender, about, openedAt, more, readByEnterprise, readByLender)
        .readBy(message.side());
  }

  /** The thread when a side has read all of it. */
  Inquiry readBy(Side side) {
    int last = messages.size();
    return side == Side.ENTERPRISE
        ? new Inquiry(id, uscc, lender, about, openedAt, messages, last, readByLender)
        : new Inquiry(id, uscc, lender, about, openedAt, messages, readByEnterprise, last);
  }

  /** How many messages of the other side a side has not read. */
  public long unread(Side side) {
    int read = side == Side.ENTERPRISE ? readByEnterprise : readByLender;
    return messages.stream()
        .filter(message -> message.side() != side && message.number() > read)
        .count();
  }

  /** A message of that number. */
  public Optional<Message> message(int number) {
    return number < 1 || number > messages.size()
        ? Optional.empty()
        : Optional.of(messages.get(number - 1));
  }

  /**
   * How long the enterprise waited for each answer: from the first message that was not answered to
   * the lender's next one. What it says to a question of the lender asks nothing.
   */
  public List<Duration> waits() {
    List<Duration> waits = new ArrayList<>();
    @Nullable Instant asked = null;
    for (Message message : messages) {
      if (message.side() == Side.LENDER) {
        if (asked != null) {
          waits.add(Duration.between(asked, message.at()));
        }
        asked = null;
      } else if (asked == null && !isReply(message)) {
        asked = message.at();
      }
    }
    return waits;
  }

  /** Whether the enterprise spoke last, and not in reply to a question of the lender. */
  public boolean awaitsAnswer() {
    Message last = messages.isEmpty() ? null : messages.get(messages.size() - 1);
    return last != null && last.side() == Side.ENTERPRISE && !isReply(last);
  }

  /** The lender opened the thread, and has said nothing since the enterprise replied to that. */
  private boolean isReply(Message message) {
    return messages.get(0).side() == Side.LENDER
        && messages.stream()
            .limit(message.number())
            .dropWhile(one -> one.side() == Side.LENDER)
            .allMatch(one -> one.side() == Side.ENTERPRISE);
  }
}
