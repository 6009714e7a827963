package org.xinyidai.connectors.print;

import com.lowagie.text.pdf.AcroFields;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfSignature;
import com.lowagie.text.pdf.PdfSignatureAppearance;
import com.lowagie.text.pdf.PdfStamper;
import com.lowagie.text.pdf.PdfString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.connectors.seal.Sm2Cms;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.models.calendar.ChinaTime;

/**
 * The platform's signature inside a PDF file, over every byte of it but the signature (PDF电子签名, ISO
 * 32000-1, 12.8): whoever has the public key sees whether the file is as it was printed.
 */
public final class PdfSeal {
  /** Room for one signature and one certificate, which take about 1,000 bytes. */
  private static final int SIGNATURE_BYTES = 4_096;

  private PdfSeal() {}

  /**
   * The same document with a signature.
   *
   * @param signer who signs, as the certificate names it
   */
  public static byte[] seal(byte[] pdf, Sm2Key key, String signer, Instant at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PdfReader reader = new PdfReader(pdf)) {
      PdfSignatureAppearance appearance =
          PdfStamper.createSignature(reader, out, '\0').getSignatureAppearance();
      PdfSignature form = new PdfSignature(PdfName.ADOBE_PPKLITE, PdfName.ADBE_PKCS7_DETACHED);
      form.setName(signer);
      form.setDate(new PdfDate(GregorianCalendar.from(at.atZone(ChinaTime.ZONE))));
      appearance.setCryptoDictionary(form);
      appearance.preClose(Map.of(PdfName.CONTENTS, 2 * SIGNATURE_BYTES + 2));
      byte[] signature = Sm2Cms.sign(key, signer, appearance.getRangeStream().readAllBytes(), at);
      PdfDictionary contents = new PdfDictionary();
      PdfString padded = new PdfString(Arrays.copyOf(signature, SIGNATURE_BYTES));
      contents.put(PdfName.CONTENTS, padded.setHexWriting(true));
      appearance.close(contents);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The public key, in hexadecimal, whose holder signed this file whole, as it is; empty for a file
   * that bears no signature, was altered, or got something added.
   */
  public static Optional<String> signerOf(byte[] file) {
    try (PdfReader reader = new PdfReader(file)) {
      AcroFields fields = reader.getAcroFields();
      List<String> names = fields.getSignedFieldNames();
      if (names.size() != 1) {
        return Optional.empty();
      }
      PdfDictionary signature = fields.getSignatureDictionary(names.get(0));
      PdfArray range = signature.getAsArray(PdfName.BYTERANGE);
      int gap = range.getAsNumber(1).intValue();
      int after = range.getAsNumber(2).intValue();
      int rest = range.getAsNumber(3).intValue();
      boolean whole =
          range.getAsNumber(0).intValue() == 0
              && gap >= 0
              && after - gap == 2 * SIGNATURE_BYTES + 2
              && after + rest == file.length;
      if (!whole) {
        return Optional.empty();
      }
      byte[] signed = Arrays.copyOf(file, gap + rest);
      System.arraycopy(file, after, signed, gap, rest);
      return Sm2Cms.signerOf(signed, signature.getAsString(PdfName.CONTENTS).getOriginalBytes());
    } catch (IOException | RuntimeException e) {
      // What a stranger hands in may be anything; the library tells of it in many ways.
      return Optional.empty();
    }
  }
}
