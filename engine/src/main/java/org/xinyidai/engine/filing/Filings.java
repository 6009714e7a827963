package org.xinyidai.engine.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinyidai.connectors.seal.Sm2Seal;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.filing.Filing.FiledFile;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;

/**
 * What was filed (报送档案): stubs by pack, period and version, their files, and an index by digest.
 * Nothing that lies here is ever put again.
 */
public final class Filings {
  private static final byte STUB = 'v';
  private static final byte FILE = 'f';
  private static final byte DIGEST = 'd';
  private static final char DIVIDER = '\0';

  private final Store store;

  Filings(Store store) {
    this.store = store;
  }

  /**
   * What a file that someone holds turns out to be.
   *
   * @param filing null where nothing like it was filed
   */
  public record Checked(Finding finding, Optional<Filing> filing) {}

  /** How a file stands to what was filed. */
  public enum Finding {
    /** Filed here, and the stub, its signature and the kept file agree. */
    GENUINE("genuine", "与报送存档一致，签名有效"),
    /** No filing has this digest: another file, or altered since. */
    UNKNOWN("unknown", "不是本平台报送的文件，或已被改动"),
    /** A filing has this digest, but its stub does not bear its signature. */
    STUB_ALTERED("stub_altered", "报送存根与其签名不符，请查审计记录"),
    /** The file that is kept is not the one that was filed. */
    KEPT_ALTERED("kept_altered", "存档文件已被改动，请查审计记录");

    private final String code;
    private final String titleZh;

    Finding(String code, String titleZh) {
      this.code = code;
      this.titleZh = titleZh;
    }

    /** The stable name in answers. */
    public String code() {
      return code;
    }

    public String titleZh() {
      return titleZh;
    }
  }

  /** The last version; empty where nothing was filed. */
  public Optional<Filing> last(String pack, String period) {
    List<Filing> all = of(pack, period);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Every version of a period, the first one first. */
  public List<Filing> of(String pack, String period) {
    return scan(KeyParts.of(STUB, pack + DIVIDER + period + DIVIDER));
  }

  /** All of a pack by period and version; of all packs where it is empty. */
  public List<Filing> all(String pack) {
    return scan(KeyParts.of(STUB, pack.isEmpty() ? "" : pack + DIVIDER));
  }

  public Optional<Filing> find(String id) {
    String[] parts = id.split("_", -1);
    return parts.length != 3 || !parts[2].matches("[1-9]\\d{0,5}")
        ? Optional.empty()
        : store
            .read(
                view ->
                    view.get(Family.FILINGS, stub(parts[0], parts[1], Integer.parseInt(parts[2]))))
            .map(Filings::read);
  }

  /** The file as it was filed. */
  public Optional<byte[]> file(Filing filing, FileForm form) {
    return store.read(view -> view.get(Family.FILINGS, file(filing.id(), form)));
  }

  int versions(Changes changes, String pack, String period) {
    int version = 0;
    while (changes.get(Family.FILINGS, stub(pack, period, version + 1)).isPresent()) {
      version++;
    }
    return version;
  }

  /** Keeps one as a part of a larger change. */
  Filing put(Changes changes, Filing filing, Map<FileForm, byte[]> files) {
    byte[] key = stub(filing.pack(), filing.period(), filing.version());
    if (changes.get(Family.FILINGS, key).isPresent()) {
      throw new IllegalStateException(filing.id() + " is filed already");
    }
    changes.put(Family.FILINGS, key, StoredJson.write(filing));
    files.forEach((form, bytes) -> changes.put(Family.FILINGS, file(filing.id(), form), bytes));
    for (FiledFile file : filing.files()) {
      changes.put(Family.FILINGS, digest(file.sm3()), filing.id().getBytes(UTF_8));
    }
    return filing;
  }

  /** Whether a file is one that was filed, as it was filed. */
  public Checked check(byte[] file) {
    String sm3 = Sm3.of(file);
    Optional<Filing> filing =
        store
            .read(view -> view.get(Family.FILINGS, digest(sm3)))
            .flatMap(id -> find(new String(id, UTF_8)));
    return new Checked(filing.map(one -> judge(one, sm3)).orElse(Finding.UNKNOWN), filing);
  }

  /** The same of a filing with all its files. */
  public Finding check(Filing filing) {
    return filing.files().stream()
        .map(file -> judge(filing, file.sm3()))
        .filter(finding -> finding != Finding.GENUINE)
        .findFirst()
        .orElse(Finding.GENUINE);
  }

  private Finding judge(Filing filing, String sm3) {
    Optional<FiledFile> claimed = byDigest(filing, sm3).findFirst();
    boolean signed = Sm2Seal.isGenuine(filing.publicKey(), filing.statement(), filing.signature());
    if (claimed.isEmpty() || !signed) {
      return Finding.STUB_ALTERED;
    }
    boolean kept =
        file(filing, claimed.get().form()).filter(bytes -> Sm3.of(bytes).equals(sm3)).isPresent();
    return kept ? Finding.GENUINE : Finding.KEPT_ALTERED;
  }

  private static Stream<FiledFile> byDigest(Filing filing, String sm3) {
    return filing.files().stream().filter(file -> file.sm3().equals(sm3));
  }

  private List<Filing> scan(byte[] prefix) {
    return store.read(
        view -> {
          List<Filing> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.FILINGS, prefix)) {
            while (cursor.next()) {
              found.add(read(cursor.value()));
            }
          }
          return found;
        });
  }

  private static Filing read(byte[] bytes) {
    return StoredJson.read(bytes, Filing.class);
  }

  private static byte[] stub(String pack, String period, int version) {
    byte[] name = KeyParts.of(STUB, pack + DIVIDER + period + DIVIDER);
    return ByteBuffer.allocate(name.length + Integer.BYTES).put(name).putInt(version).array();
  }

  private static byte[] file(String id, FileForm form) {
    return KeyParts.of(FILE, id + DIVIDER + form.ending());
  }

  private static byte[] digest(String sm3) {
    return KeyParts.of(DIGEST, HexFormat.of().parseHex(sm3));
  }
}
