package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/** One movement of a balance. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableMovement.class)
public interface Movement {

  /** {@return what it does} */
  Kind kind();

  /** {@return the amount, two decimals} */
  BigDecimal amount();

  /** {@return the clause that made it} */
  String clause();

  /** What a movement does to its balance. */
  enum Kind {
    /** Raises it. */
    ADDITION,
    /** Lowers it. */
    USE,
    /** Lowers it because its time is over. */
    EXPIRY
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Movement}. */
  final class Builder extends ImmutableMovement.Builder {
    Builder() {}
  }
}
