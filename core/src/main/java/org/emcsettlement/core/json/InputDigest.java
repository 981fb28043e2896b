package org.emcsettlement.core.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The identity of an input: its name, how many rows it holds and the digest of its parsed, sorted
 * rows. Line ends, byte-order marks, compression and column order do not change it.
 *
 * @param name the input's name, relative to its folder
 * @param rows the number of rows
 * @param sha256 the digest of the canonical rows
 */
public record InputDigest(String name, int rows, String sha256) {

  /** Takes canonical rows one by one. Not thread-safe. */
  public static final class Builder {

    private final String name;
    private final MessageDigest digest = Digest.sha256();
    private int rows;

    /**
     * A builder.
     *
     * @param name the input's name
     */
    public Builder(String name) {
      this.name = name;
    }

    /**
     * Adds a row.
     *
     * @param row its canonical text, without line end
     * @return this builder
     */
    public Builder row(String row) {
      digest.update(row.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      rows++;
      return this;
    }

    /** {@return the digest of the rows added so far; the builder is spent} */
    public InputDigest build() {
      return new InputDigest(name, rows, HexFormat.of().formatHex(digest.digest()));
    }
  }
}
