package org.emcsettlement.core.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The canonical form of a JSON document (RFC 8785): members sorted by UTF-16 code units, no white
 * space, UTF-8, minimal escapes. It is what digests are taken over.
 *
 * <p>RFC 8785 writes numbers as IEEE doubles, so every decimal in our documents is a string; only
 * small whole numbers are JSON numbers.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  /**
   * The canonical form of a value of this library. Its members come out sorted and its decimals as
   * strings by the one mapper, so the text is canonical as written.
   *
   * @param value the value; it must hold no floating-point number
   * @return UTF-8 bytes
   */
  public static byte[] of(Object value) {
    try {
      return Json.writer().writeValueAsBytes(value);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * The canonical form of text from elsewhere.
   *
   * @param json a JSON document
   * @return UTF-8 bytes
   * @throws IllegalArgumentException if the text is not JSON, repeats a member or holds NaN
   */
  public static byte[] ofText(String json) {
    try {
      return new JsonCanonicalizer(json).getEncodedUTF8();
    } catch (IOException notJson) {
      throw new IllegalArgumentException("not a JSON document: " + notJson.getMessage(), notJson);
    }
  }

  /**
   * The digest of a value's canonical form.
   *
   * @param value the value
   * @return SHA-256 as 64 hexadecimal digits
   */
  public static String digest(Object value) {
    return Digest.sha256(of(value));
  }

  /**
   * The canonical form of a value as text.
   *
   * @param value the value
   * @return the text
   */
  public static String text(Object value) {
    return new String(of(value), StandardCharsets.UTF_8);
  }
}
