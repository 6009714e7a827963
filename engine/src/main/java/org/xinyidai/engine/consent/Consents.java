package org.xinyidai.engine.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.FactKey;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.subject.Uscc;

/** All consents (授权库), found by the enterprise that gave them and by the lender that got them. */
public final class Consents {
  private static final byte GIVEN = 'g';
  private static final byte NUMBERED = 'n';
  private static final byte RECEIVED = 'r';
  private static final byte[] NOWHERE = {GIVEN};
  private static final int GRANTEE_BYTES = 16;
  private static final Pattern ID = Pattern.compile("c-[0-9a-f]{24}");

  private final Store store;

  public Consents(Store store) {
    this.store = store;
  }

  /** Keeps a new consent, as a part of a larger change. */
  public Consent put(Changes changes, Consent consent) {
    byte[] given = given(new Uscc(consent.uscc()), consent.id());
    changes.put(Family.CONSENTS, given, StoredJson.write(consent));
    changes.put(Family.CONSENTS, KeyParts.of(NUMBERED, consent.id()), given);
    changes.put(Family.CONSENTS, received(consent.grantee(), consent.id()), given);
    return consent;
  }

  /** Withdraws a consent from this moment on; what was withdrawn stays as it is. */
  public Optional<Consent> revoke(Changes changes, String id) {
    return changes
        .get(Family.CONSENTS, KeyParts.of(NUMBERED, id))
        .flatMap(given -> changes.get(Family.CONSENTS, given))
        .map(Consents::read)
        .map(
            held ->
                held.revokedAt() != null ? held : put(changes, held.revoked(changes.instant())));
  }

  public Optional<Consent> find(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    return store.read(
        view ->
            // Looked up twice also where there is none: the time must not tell of the difference.
            view.get(
                    Family.CONSENTS,
                    view.get(Family.CONSENTS, KeyParts.of(NUMBERED, id)).orElse(NOWHERE))
                .map(Consents::read));
  }

  /** What an enterprise has given, ended ones too, in the order of ids. */
  public List<Consent> of(Uscc uscc) {
    return given(uscc, consent -> true, Integer.MAX_VALUE);
  }

  /**
   * A page of what a lender was given, ended ones too.
   *
   * @param after id of the last of the page before, empty for the first page
   */
  public List<Consent> to(String grantee, String after, int limit) {
    byte[] prefix = received(grantee, "");
    return store.read(
        view -> {
          List<Consent> page = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.CONSENTS, prefix, received(grantee, after))) {
            while (page.size() < limit && cursor.next()) {
              Consent consent = read(view.get(Family.CONSENTS, cursor.value()).orElseThrow());
              if (!consent.id().equals(after)) {
                page.add(consent);
              }
            }
          }
          return page;
        });
  }

  /** The consent by which a lender may read a category of an enterprise's file now. */
  public Optional<Consent> opening(Uscc uscc, String grantee, DataCategory category) {
    Predicate<Consent> opens =
        consent -> consent.grantee().equals(grantee) && consent.opens(category, store.instant());
    return given(uscc, opens, 1).stream().findFirst();
  }

  /** What the gate asks at a read by this operation. */
  public Access.Consenting by(Operation operation) {
    return (reader, owner) -> openingFor(operation, reader.organisation(), owner).isPresent();
  }

  /** The consent by which a lender may do an operation on an enterprise's file now. */
  public Optional<Consent> openingFor(Operation operation, String grantee, String owner) {
    return DataCategory.readBy(operation)
        .filter(category -> Uscc.isWellFormed(owner))
        .flatMap(category -> opening(new Uscc(owner), grantee, category));
  }

  private List<Consent> given(Uscc uscc, Predicate<Consent> wanted, int most) {
    byte[] prefix = KeyParts.of(GIVEN, FactKey.enterprise(store.shards(), uscc));
    return store.read(
        view -> {
          List<Consent> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.CONSENTS, prefix)) {
            while (found.size() < most && cursor.next()) {
              Consent consent = read(cursor.value());
              if (wanted.test(consent)) {
                found.add(consent);
              }
            }
          }
          return found;
        });
  }

  private byte[] given(Uscc uscc, String id) {
    return KeyParts.of(GIVEN, FactKey.enterprise(store.shards(), uscc), id.getBytes(UTF_8));
  }

  private static byte[] received(String grantee, String id) {
    return KeyParts.of(RECEIVED, KeyParts.digest(grantee, GRANTEE_BYTES), id.getBytes(UTF_8));
  }

  private static Consent read(byte[] stored) {
    return StoredJson.read(stored, Consent.class);
  }
}
