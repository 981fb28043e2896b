package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/** One side of a double entry; the postings of a statement add up to zero. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutablePosting.class)
public interface Posting {

  /** {@return the line that is posted} */
  String line();

  /** {@return the account} */
  Account account();

  /** {@return debit positive, credit negative, two decimals} */
  BigDecimal amount();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Posting}. */
  final class Builder extends ImmutablePosting.Builder {
    Builder() {}
  }
}
