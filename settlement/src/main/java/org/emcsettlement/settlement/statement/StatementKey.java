package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/** What a statement settles; one active version per key. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableStatementKey.class)
public interface StatementKey {

  /** {@return the contract id} */
  String contract();

  /** {@return the series} */
  Series series();

  /** {@return the period key, e.g. 2025-Q3 or Y1} */
  String period();

  /** {@return how far the facts are settled} */
  RunType runType();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link StatementKey}. */
  final class Builder extends ImmutableStatementKey.Builder {
    Builder() {}
  }
}
