package org.xinyidai.engine.creditreport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.xinyidai.connectors.print.PdfPrinter;
import org.xinyidai.connectors.print.PdfSeal;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.KeyParts;
import org.xinyidai.engine.store.Store;

/**
 * Printed credit reports (信用报告库): each is kept as it was handed out, found by its code and by the
 * digest of its file, and bears the platform's signature.
 */
public final class CreditReports {
  private static final byte STUB = 's';
  private static final byte FILE = 'f';
  private static final byte DIGEST = 'd';
  private static final String SIGNER = "xinyidai";

  private final Store store;
  private final Path keyFile;
  private final SecureRandom random;

  /**
   * What a file that someone holds turns out to be.
   *
   * @param signed by this platform, and not altered since
   */
  public record Checked(boolean signed, Optional<CreditReport> report) {
    /** Whether the platform handed out exactly this file. */
    public boolean isGenuine() {
      return signed && report.isPresent();
    }
  }

  /** The large typeface is read when the first report is printed. */
  private static final class Press {
    static final PdfPrinter PRINTER = new PdfPrinter();
  }

  /**
   * @param keyFile of the SM2 key, made when it is first needed; never inside the store
   */
  public CreditReports(Store store, Path keyFile, SecureRandom random) {
    this.store = store;
    this.keyFile = keyFile;
    this.random = random;
  }

  VerificationCode nextCode() {
    return VerificationCode.next(random);
  }

  /** The file of a report, signed at the moment that its stub says. */
  byte[] print(ReportContent content, CreditReport stub, boolean simulated) {
    byte[] plain = Press.PRINTER.print(ReportText.of(content, stub, simulated));
    return PdfSeal.seal(plain, key(), SIGNER, stub.issuedAt());
  }

  /** Keeps a report as a part of a larger change. */
  CreditReport put(Changes changes, CreditReport stub, byte[] file) {
    byte[] code = stub.code().getBytes(US_ASCII);
    changes.put(Family.CREDIT_REPORTS, KeyParts.of(STUB, code), StoredJson.write(stub));
    changes.put(Family.CREDIT_REPORTS, KeyParts.of(FILE, code), file);
    changes.put(
        Family.CREDIT_REPORTS, KeyParts.of(DIGEST, HexFormat.of().parseHex(stub.sm3())), code);
    return stub;
  }

  /** What was printed under a code. */
  public Optional<CreditReport> find(VerificationCode code) {
    return stub(code.toString().getBytes(US_ASCII));
  }

  /** The file that was handed out under a code. */
  public Optional<byte[]> file(VerificationCode code) {
    byte[] key = KeyParts.of(FILE, code.toString().getBytes(US_ASCII));
    return store.read(view -> view.get(Family.CREDIT_REPORTS, key));
  }

  /** Whether a file is a report of this platform as it was handed out. */
  public Checked check(byte[] file) {
    boolean signed = PdfSeal.signerOf(file).filter(publicKey()::equals).isPresent();
    byte[] digest = Sm3.digest(file);
    Optional<CreditReport> report =
        store
            .read(view -> view.get(Family.CREDIT_REPORTS, KeyParts.of(DIGEST, digest)))
            .flatMap(this::stub);
    return new Checked(signed, report);
  }

  /** The key that signs reports, uncompressed point in hexadecimal. */
  public String publicKey() {
    return key().publicHex();
  }

  private Optional<CreditReport> stub(byte[] code) {
    return store
        .read(view -> view.get(Family.CREDIT_REPORTS, KeyParts.of(STUB, code)))
        .map(bytes -> StoredJson.read(bytes, CreditReport.class));
  }

  private Sm2Key key() {
    try {
      return Sm2Key.ofFile(keyFile, random);
    } catch (IOException e) {
      throw new UncheckedIOException("the key of credit reports cannot be read", e);
    }
  }
}
