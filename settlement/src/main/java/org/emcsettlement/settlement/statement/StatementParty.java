package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.immutables.value.Value;

/** A party as the statement names it. */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableStatementParty.class)
public interface StatementParty {

  /** {@return its name} */
  String name();

  /** {@return its unified social credit code (统一社会信用代码)} */
  Optional<String> creditCode();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link StatementParty}. */
  final class Builder extends ImmutableStatementParty.Builder {
    Builder() {}
  }
}
