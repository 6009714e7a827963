package org.xinyidai.connectors.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A signature that stands apart from what it signs, in the form that documents carry (数字信封外签名, RFC
 * 5652 with SM3 and SM2 as GM/T 0010 names them), with a certificate that the key signs for itself:
 * whoever verifies knows the public key from elsewhere.
 */
public final class Sm2Cms {
  private static final String ALGORITHM = "SM3withSM2";

  /** Held here and not put among the providers of the process. */
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private static final ECParameterSpec CURVE =
      new ECParameterSpec(
          Sm2Key.DOMAIN.getCurve(),
          Sm2Key.DOMAIN.getG(),
          Sm2Key.DOMAIN.getN(),
          Sm2Key.DOMAIN.getH());

  /** The certificate is made for one signature; it names the day and nothing lasts on it. */
  private static final Duration VALIDITY = Duration.ofDays(1);

  private Sm2Cms() {}

  /**
   * Signs the bytes.
   *
   * @param signer common name in the certificate
   * @param at the signing time that the signature states, in whole seconds
   */
  public static byte[] sign(Sm2Key key, String signer, byte[] bytes, Instant at) {
    try {
      KeyFactory keys = KeyFactory.getInstance("EC", PROVIDER);
      PrivateKey secret =
          keys.generatePrivate(new ECPrivateKeySpec(key.parameters().getD(), CURVE));
      PublicKey open = keys.generatePublic(new ECPublicKeySpec(point(key.publicHex()), CURVE));
      ContentSigner seal =
          new JcaContentSignerBuilder(ALGORITHM).setProvider(PROVIDER).build(secret);
      X500Name name = new X500Name("CN=" + signer);
      X509CertificateHolder certificate =
          new JcaX509v3CertificateBuilder(
                  name,
                  BigInteger.valueOf(at.toEpochMilli()),
                  Date.from(at),
                  Date.from(at.plus(VALIDITY)),
                  name,
                  open)
              .build(seal);
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      JcaSignerInfoGeneratorBuilder builder =
          new JcaSignerInfoGeneratorBuilder(
              new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build());
      builder.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(time(at)));
      generator.addSignerInfoGenerator(builder.build(seal, certificate));
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
      return generator.generate(new CMSProcessableByteArray(bytes), false).getEncoded();
    } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  /**
   * The public key, in hexadecimal, that made this signature over exactly these bytes; empty for
   * what is no signature or one over other bytes.
   *
   * @param signature as {@link #sign} gives it, with any number of zeros behind it
   */
  public static Optional<String> signerOf(byte[] bytes, byte[] signature) {
    try (ASN1InputStream in = new ASN1InputStream(signature)) {
      ContentInfo info = ContentInfo.getInstance(in.readObject());
      for (byte padding : in.readAllBytes()) {
        if (padding != 0) {
          return Optional.empty();
        }
      }
      CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(bytes), info);
      List<X509CertificateHolder> certificates =
          List.copyOf(signed.getCertificates().getMatches(null));
      List<SignerInformation> signers = List.copyOf(signed.getSignerInfos().getSigners());
      if (certificates.size() != 1 || signers.size() != 1) {
        return Optional.empty();
      }
      byte[] point = certificates.get(0).getSubjectPublicKeyInfo().getPublicKeyData().getOctets();
      String hex = HexFormat.of().formatHex(point);
      PublicKey open =
          KeyFactory.getInstance("EC", PROVIDER)
              .generatePublic(new ECPublicKeySpec(point(hex), CURVE));
      boolean genuine =
          certificates
                  .get(0)
                  .isSignatureValid(
                      new JcaContentVerifierProviderBuilder().setProvider(PROVIDER).build(open))
              && signers
                  .get(0)
                  .verify(
                      new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER).build(open));
      return genuine ? Optional.of(hex) : Optional.empty();
    } catch (CMSException
        | CertException
        | OperatorCreationException
        | GeneralSecurityException
        | IOException
        | RuntimeException e) {
      // What a stranger hands in may be anything; the library tells of it in many ways.
      return Optional.empty();
    }
  }

  private static ECPoint point(String hex) {
    return CURVE.getCurve().decodePoint(HexFormat.of().parseHex(hex));
  }

  private static AttributeTable time(Instant at) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
    return new AttributeTable(attributes);
  }
}
