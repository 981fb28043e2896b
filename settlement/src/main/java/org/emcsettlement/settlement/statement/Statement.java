package org.emcsettlement.settlement.statement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.Digest;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.immutables.value.Value;

/**
 * The document of one settlement of one period. Its canonical JSON is authoritative; pages and
 * tables only show it.
 */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableStatement.class)
public interface Statement {

  /** {@return the version of the file's shape} */
  @Value.Default
  default int schemaVersion() {
    return 1;
  }

  /** {@return the version of the rules that made it} */
  String ruleVersion();

  /** {@return what it settles} */
  StatementKey key();

  /** {@return its version under the key, from 1} */
  @Value.Default
  default int version() {
    return 1;
  }

  /** {@return the digest of the version it replaces} */
  Optional<String> supersedes();

  /** {@return whether it has no issue date} */
  @Value.Default
  default boolean draft() {
    return issued().isEmpty();
  }

  /** {@return the issue date} */
  Optional<LocalDate> issued();

  /** {@return the date it is to be paid by} */
  Optional<LocalDate> due();

  /** {@return the currency of every amount} */
  String currency();

  /** {@return the contract's name} */
  String contractName();

  /** {@return the kind of statement, for readers} */
  String title();

  /** {@return the institution (甲方)} */
  StatementParty institution();

  /** {@return the service provider (乙方)} */
  StatementParty serviceProvider();

  /** {@return the project boundary} */
  String boundary();

  /** {@return the days it settles} */
  Period servicePeriod();

  /** {@return the contract year that the service period ends in} */
  int contractYear();

  /** {@return SHA-256 of the contract with presets expanded} */
  String contractDigest();

  /** {@return SHA-256 of every frozen baseline by id} */
  Map<String, String> baselineDigests();

  /** {@return the evidence used} */
  List<InputDigest> inputs();

  /** {@return SHA-256 of the trail} */
  String trailDigest();

  /** {@return the meters} */
  List<MeterReading> meters();

  /** {@return the baselines} */
  List<BaselineSummary> baselines();

  /** {@return the lines in the order they were made} */
  List<Line> lines();

  /** {@return what they come to} */
  Totals totals();

  /** {@return the double entries of the payable lines} */
  List<Posting> postings();

  /** {@return the balances carried} */
  List<Balance> balances();

  /** {@return the contract year so far, by month} */
  List<ProgressRow> progress();

  /** {@return everything found} */
  Findings findings();

  /** {@return what a reader has to know, the order of operations among it} */
  List<Bilingual> notes();

  /** Checks that the postings add up to zero. */
  @Value.Check
  default void check() {
    BigDecimal sum =
        postings().stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() != 0) {
      throw new RuleException(
          "分录合计为 " + sum.toPlainString() + "，应为零",
          "postings add up to " + sum.toPlainString() + ", not to zero");
    }
  }

  /** {@return the canonical JSON, RFC 8785} */
  default byte[] canonical() {
    return CanonicalJson.of(this);
  }

  /** {@return the identity: SHA-256 of the canonical JSON} */
  @JsonIgnore
  @Value.Lazy
  default String digest() {
    return Digest.sha256(canonical());
  }

  /**
   * A line.
   *
   * @param id its id
   * @return the line, absent if there is none of that id
   */
  default Optional<Line> line(String id) {
    return lines().stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Statement}. */
  final class Builder extends ImmutableStatement.Builder {
    Builder() {}
  }
}
