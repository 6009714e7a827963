package org.xinyidai.engine.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.inquiry.Message.Attachment;
import org.xinyidai.engine.inquiry.Message.Side;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.View;

/** All threads (问答库), found by their id and by either side, the newest first. */
public final class Inquiries {
  private static final byte THREAD = 't';
  private static final byte SIDE = 's';
  private static final byte FILE = 'f';
  private static final int OWNER_BYTES = 16;
  private static final Pattern ID = Pattern.compile("q-[0-9a-f]{24}");

  private final Store store;
  private final Notices notices;

  public Inquiries(Store store, Notices notices) {
    this.store = store;
    this.notices = notices;
  }

  /** Who says something, and for which side. */
  public record Speaker(Side side, String account) {}

  /**
   * What is said: words, or a file with its name.
   *
   * @param file null for words
   * @param content bytes of the file, empty for words; shared, not copied
   */
  public record Said(String text, @Nullable Attachment file, ByteBuffer content) {
    public static Said words(String text) {
      return new Said(text, null, ByteBuffer.allocate(0));
    }

    public static Said file(String name, FileKind kind, byte[] bytes) {
      Attachment file = new Attachment(name, kind.contentType(), bytes.length, Sm3.of(bytes));
      return new Said("", file, ByteBuffer.wrap(bytes));
    }
  }

  /** Opens a thread with its first message, as a part of a larger change. */
  public Inquiry open(Changes changes, String id, String uscc, String lender, Subject about) {
    Inquiry fresh = Inquiry.open(id, uscc, lender, about, changes.instant());
    byte[] thread = id.getBytes(UTF_8);
    changes.put(Family.INQUIRIES, side(uscc, fresh), thread);
    changes.put(Family.INQUIRIES, side(lender, fresh), thread);
    return fresh;
  }

  /** Adds a message and tells the other side, as a part of a larger change. */
  public Inquiry add(Changes changes, Inquiry inquiry, Speaker speaker, Said said) {
    int number = inquiry.messages().size() + 1;
    Instant now = changes.instant();
    Message message =
        new Message(number, now, speaker.side(), speaker.account(), said.text(), said.file());
    if (said.file() != null) {
      byte[] content = new byte[said.content().remaining()];
      said.content().duplicate().get(content);
      changes.put(Family.INQUIRIES, file(inquiry.id(), number), content);
    }
    boolean asks = speaker.side() == Side.ENTERPRISE;
    Inquiry longer = inquiry.with(message);
    notices.put(
        changes,
        new Notice(
            asks ? inquiry.lender() : inquiry.uscc(),
            Notice.Kind.MESSAGE,
            now,
            inquiry.id(),
            "",
            words(inquiry, longer, asks)));
    return put(changes, longer);
  }

  private static Notice.Words words(Inquiry before, Inquiry after, boolean byEnterprise) {
    String about = before.about().kind().titleZh();
    if (byEnterprise) {
      return after.awaitsAnswer()
          ? new Notice.Words("企业就" + about + "提出咨询，请答复", "An enterprise asks; please answer")
          : new Notice.Words("企业已答复您就" + about + "的询问", "The enterprise has answered you");
    }
    return before.awaitsAnswer()
        ? new Notice.Words("金融机构已答复您就" + about + "的咨询", "The lender has answered you")
        : new Notice.Words("金融机构就" + about + "询问您，请答复", "A lender asks you; please answer");
  }

  /** Notes that a side has read the whole thread, as a part of a larger change. */
  public Inquiry read(Changes changes, Inquiry inquiry, Side side) {
    return put(changes, inquiry.readBy(side));
  }

  /** The thread as it stands within a change. */
  public Optional<Inquiry> find(Changes changes, String id) {
    return changes.get(Family.INQUIRIES, thread(id)).map(Inquiries::read);
  }

  public Optional<Inquiry> find(String id) {
    return ID.matcher(id).matches()
        ? store.read(view -> find(view, id.getBytes(UTF_8)))
        : Optional.empty();
  }

  /** The file that was sent as a message of that number. */
  public Optional<byte[]> file(Inquiry inquiry, int number) {
    return store.read(view -> view.get(Family.INQUIRIES, file(inquiry.id(), number)));
  }

  /**
   * A page of an organisation's threads, those opened last first.
   *
   * @param after id of the last of the page before, empty for the first page
   */
  public List<Inquiry> page(String organisation, String after, int limit) {
    byte[] owner = owner(organisation);
    byte[] from = find(after).map(last -> side(organisation, last)).orElse(owner);
    return store.read(
        view -> {
          List<Inquiry> page = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.INQUIRIES, owner, from)) {
            while (page.size() < limit && cursor.next()) {
              Inquiry inquiry = find(view, cursor.value()).orElseThrow();
              if (!inquiry.id().equals(after)) {
                page.add(inquiry);
              }
            }
          }
          return page;
        });
  }

  /** How fast each lender answers, by name. */
  public List<ResponseTimes> responseTimes() {
    Map<String, List<Inquiry>> byLender = new TreeMap<>();
    store.read(
        view -> {
          try (Cursor cursor = view.scan(Family.INQUIRIES, new byte[] {THREAD})) {
            while (cursor.next()) {
              Inquiry inquiry = read(cursor.value());
              byLender.computeIfAbsent(inquiry.lender(), one -> new ArrayList<>()).add(inquiry);
            }
          }
          return byLender.size();
        });
    return byLender.entrySet().stream()
        .map(entry -> ResponseTimes.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Inquiry put(Changes changes, Inquiry inquiry) {
    changes.put(Family.INQUIRIES, thread(inquiry.id()), StoredJson.write(inquiry));
    return inquiry;
  }

  private static Optional<Inquiry> find(View view, byte[] id) {
    return view.get(Family.INQUIRIES, KeyParts.of(THREAD, id)).map(Inquiries::read);
  }

  private static Inquiry read(byte[] stored) {
    return StoredJson.read(stored, Inquiry.class);
  }

  private static byte[] thread(String id) {
    return KeyParts.of(THREAD, id);
  }

  private static byte[] file(String id, int number) {
    byte[] place = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    return KeyParts.of(FILE, id.getBytes(UTF_8), place);
  }

  /** The later it was opened, the earlier the key. */
  private static byte[] side(String organisation, Inquiry inquiry) {
    return KeyParts.join(
        owner(organisation),
        KeyParts.newestFirst(inquiry.openedAt()),
        inquiry.id().getBytes(UTF_8));
  }

  private static byte[] owner(String organisation) {
    return KeyParts.of(SIDE, KeyParts.digest(organisation, OWNER_BYTES));
  }
}
