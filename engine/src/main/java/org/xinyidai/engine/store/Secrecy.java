package org.xinyidai.engine.store;

/** How an entry of a family lies on the disk of a sealed store (落盘保护). */
public enum Secrecy {
  /**
   * The value is sealed under SM4-GCM; the key is in the clear: codes of a public register,
   * numbers, digests.
   */
  SEALED,
  /** The same under AES-GCM: figures that a batch run reads and writes by the million. */
  SEALED_FIGURES,
  /**
   * The value is sealed, and the key names somebody: all behind its first byte is a keyed digest.
   */
  SEALED_UNDER_DIGEST,
  /**
   * Key and value are in the clear: published things, tallies, marks, and what must be checked
   * without the keys. Nothing here names a person, a firm beside its public code, or an amount of
   * one.
   */
  CLEAR
}
