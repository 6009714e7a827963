package org.xinyidai.engine.redress;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xinyidai.engine.archive.Reading;
import org.xinyidai.engine.archive.ScoreArchive;
import org.xinyidai.engine.archive.ScoreId;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notice.Words;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.dispute.Outcome;
import org.xinyidai.models.dispute.Review;
import org.xinyidai.models.subject.Uscc;

/**
 * Requests that a person look again at what a machine decided (人工复核办理). A step and what it tells
 * the enterprise, and the lenders that read the score, are one write.
 */
public final class Reviews {
  private static final byte HELD = 'h';
  private static final byte OPEN = 'o';
  private static final String LENDER = "bank";
  private static final Pattern ID = Pattern.compile("[0-9A-Z]{18}-r[0-9a-f]{16}");

  private final Store store;
  private final ScoreArchive archive;
  private final Notices notices;

  public Reviews(Store store, ScoreArchive archive, Notices notices) {
    this.store = store;
    this.archive = archive;
    this.notices = notices;
  }

  /** The number out of 16 random hexadecimal digits. */
  public static String id(Uscc uscc, String random) {
    return uscc + "-r" + random;
  }

  /** The enterprise of a number out of untrusted text; empty when it is no number. */
  public static Optional<Uscc> usccOf(String id) {
    return ID.matcher(id).matches() && Uscc.isWellFormed(id.substring(0, Uscc.LENGTH))
        ? Optional.of(new Uscc(id.substring(0, Uscc.LENGTH)))
        : Optional.empty();
  }

  /**
   * Files a request as a part of a larger change.
   *
   * @throws CaseRefused when one about the same is open
   */
  public ReviewFile file(Changes changes, Review fresh) {
    byte[] matter = open(fresh.uscc() + fresh.about().name() + fresh.reference());
    if (changes.get(Family.REVIEWS, matter).isPresent()) {
      throw new CaseRefused("reference", "该事项已有办理中的复核申请", "a request about it is open");
    }
    String by = "enterprise " + fresh.uscc();
    return put(changes, new ReviewFile(fresh, List.of()).with(fresh, changes.instant(), by));
  }

  /**
   * Takes a step as a part of a larger change; empty when there is no such request.
   *
   * @param by role and organisation of who takes it
   * @throws CaseRefused when it cannot be taken
   */
  public Optional<ReviewFile> take(
      Changes changes, String id, Review.Step step, String note, String by) {
    return usccOf(id)
        .flatMap(uscc -> changes.get(Family.REVIEWS, held(uscc, id)))
        .map(bytes -> StoredJson.read(bytes, ReviewFile.class))
        .map(file -> take(changes, file, file.review().take(step, note), by));
  }

  private ReviewFile take(Changes changes, ReviewFile file, Outcome<Review> outcome, String by) {
    if (outcome instanceof Outcome.Refused<Review> refused) {
      throw new CaseRefused("step", refused.reason(), "this step cannot be taken now");
    }
    Review after = ((Outcome.Taken<Review>) outcome).state();
    if (after.state() != Review.State.WITHDRAWN) {
      tell(changes, after);
    }
    return put(changes, file.with(after, changes.instant(), by));
  }

  private void tell(Changes changes, Review after) {
    Words words =
        new Words(
            "人工复核（%s %s）：%s。%s"
                .formatted(
                    after.about().titleZh(),
                    after.reference(),
                    after.state().titleZh(),
                    after.note()),
            "A person looked again at %s: %s".formatted(after.reference(), after.state()));
    List<String> told = new ArrayList<>(List.of(after.uscc().value()));
    if (after.state() == Review.State.CHANGED && after.about() == Review.About.SCORE) {
      told.addAll(lenders(after.reference()));
    }
    String scoreId = after.about() == Review.About.SCORE ? after.reference() : "";
    for (String organisation : told) {
      notices.put(
          changes,
          new Notice(
              organisation,
              Notice.Kind.REVIEW_DECIDED,
              changes.instant(),
              after.id(),
              scoreId,
              words));
    }
  }

  private List<String> lenders(String scoreId) {
    return ScoreId.parse(scoreId).stream()
        .flatMap(id -> archive.readings(id).stream())
        .map(Reading::reader)
        .filter(reader -> reader.role().equals(LENDER))
        .map(reader -> reader.organisation())
        .distinct()
        .toList();
  }

  /** One request; empty when there is none of that number. */
  public Optional<ReviewFile> find(String id) {
    return usccOf(id)
        .flatMap(uscc -> store.read(view -> view.get(Family.REVIEWS, held(uscc, id))))
        .map(bytes -> StoredJson.read(bytes, ReviewFile.class));
  }

  /** The requests of an enterprise. */
  public List<ReviewFile> of(Uscc uscc) {
    return store.read(
        view -> {
          List<ReviewFile> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.REVIEWS, held(uscc, ""))) {
            while (cursor.next()) {
              found.add(StoredJson.read(cursor.value(), ReviewFile.class));
            }
          }
          return found;
        });
  }

  /** Those at which a person still has to look. */
  public List<ReviewFile> pending() {
    List<String> ids =
        store.read(
            view -> {
              List<String> found = new ArrayList<>();
              try (Cursor cursor = view.scan(Family.REVIEWS, new byte[] {OPEN})) {
                while (cursor.next()) {
                  found.add(new String(cursor.value(), US_ASCII));
                }
              }
              return found;
            });
    return ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  private ReviewFile put(Changes changes, ReviewFile file) {
    Review review = file.review();
    changes.put(Family.REVIEWS, held(review.uscc(), review.id()), StoredJson.write(file));
    byte[] matter = open(review.uscc() + review.about().name() + review.reference());
    if (review.isRunning()) {
      changes.put(Family.REVIEWS, matter, review.id().getBytes(US_ASCII));
    } else {
      changes.delete(Family.REVIEWS, matter);
    }
    return file;
  }

  private byte[] held(Uscc uscc, String id) {
    return KeyParts.of(HELD, FactKey.enterprise(store.shards(), uscc), id.getBytes(US_ASCII));
  }

  private static byte[] open(String matter) {
    return KeyParts.of(OPEN, matter.getBytes(US_ASCII));
  }
}
