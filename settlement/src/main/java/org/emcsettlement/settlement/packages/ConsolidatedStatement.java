package org.emcsettlement.settlement.packages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.Digest;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.RunType;
import org.emcsettlement.settlement.statement.StatementKey;
import org.emcsettlement.settlement.statement.StatementParty;
import org.emcsettlement.settlement.statement.Totals;
import org.immutables.value.Value;

/**
 * The lead party's statement of a package: the sum of its members' statements to the fen, line kind
 * by line kind. It holds the digest of every statement, so that it stands for all of them. Its
 * canonical JSON is authoritative.
 */
@LibraryStyle
@Value.Immutable
@JsonDeserialize(as = ImmutableConsolidatedStatement.class)
public interface ConsolidatedStatement {

  /**
   * A member in the period.
   *
   * @param id its id
   * @param name its institution
   * @param state whether it has a statement
   * @param servicePeriod its days in the period, absent if it has none
   * @param runType how far its facts are settled, absent without a statement
   * @param statementDigest SHA-256 of its statement
   * @param totals what its statement comes to
   */
  record Member(
      String id,
      String name,
      MemberState state,
      Optional<Period> servicePeriod,
      Optional<RunType> runType,
      Optional<String> statementDigest,
      Optional<Totals> totals) {}

  /**
   * A kind of line, added up over the members.
   *
   * @param kind the stable name of the kind
   * @param label what the line is, for readers
   * @param role whether it is owed or only shown
   * @param commodity the commodity it is about
   * @param amount the sum, two decimals
   * @param members the amounts by member, two decimals
   */
  record Row(
      String kind,
      Bilingual label,
      LineRole role,
      Optional<Commodity> commodity,
      BigDecimal amount,
      Map<String, BigDecimal> members) {}

  /**
   * A joint line and what of it went to whom.
   *
   * @param line the id of the line in the joint statement
   * @param label what it is, for readers
   * @param by the key it was allocated by
   * @param amount the joint amount, two decimals
   * @param members the parts by member, two decimals
   */
  record Allocated(
      String line,
      Bilingual label,
      AllocationKey.By by,
      BigDecimal amount,
      Map<String, BigDecimal> members) {}

  /** {@return the version of the file's shape} */
  @Value.Default
  default int schemaVersion() {
    return 1;
  }

  /** {@return the version of the rules that made it} */
  String ruleVersion();

  /** {@return what it settles; the contract is the package} */
  StatementKey key();

  /** {@return whether it has no issue date} */
  @Value.Default
  default boolean draft() {
    return issued().isEmpty();
  }

  /** {@return the issue date} */
  Optional<LocalDate> issued();

  /** {@return the currency of every amount} */
  String currency();

  /** {@return the package's name} */
  String packageName();

  /** {@return the lead party (牵头单位)} */
  StatementParty lead();

  /** {@return the service provider (乙方)} */
  StatementParty serviceProvider();

  /** {@return the days it settles} */
  Period servicePeriod();

  /** {@return the contract year that the service period ends in} */
  int contractYear();

  /** {@return what is settled together} */
  Pooling pooling();

  /** {@return SHA-256 of the package} */
  String packageDigest();

  /** {@return the evidence of the package itself} */
  List<InputDigest> inputs();

  /** {@return SHA-256 of the joint statement, absent if nothing is settled jointly} */
  Optional<String> jointDigest();

  /** {@return the members by rank} */
  List<Member> members();

  /** {@return the kinds of lines in the order they first appear} */
  List<Row> rows();

  /** {@return the joint lines with their allocation} */
  List<Allocated> allocations();

  /** {@return what all statements come to} */
  Totals totals();

  /** {@return how many meters were counted, none of them twice} */
  int metersCounted();

  /** {@return everything found about the package; what members have is in their statements} */
  Findings findings();

  /** Checks that every row, every allocation and the totals are the sums of the members. */
  @Value.Check
  default void check() {
    rows().forEach(row -> require(row.kind(), row.amount(), row.members().values()));
    allocations().forEach(part -> require(part.line(), part.amount(), part.members().values()));
    total("net", Totals::net);
    total("tax", Totals::tax);
    total("gross", Totals::gross);
    total("outsideTax", Totals::outsideTax);
    total("netPayable", Totals::netPayable);
  }

  private void total(String name, Function<Totals, BigDecimal> part) {
    require(
        name,
        part.apply(totals()),
        members().stream().flatMap(member -> member.totals().stream()).map(part).toList());
  }

  private static void require(String name, BigDecimal sum, Iterable<BigDecimal> parts) {
    BigDecimal added = BigDecimal.ZERO;
    for (BigDecimal part : parts) {
      added = added.add(part);
    }
    if (added.compareTo(sum) != 0) {
      throw new RuleException(
          name + " 为 " + sum + "，成员合计为 " + added,
          name + " is " + sum + " but the members add up to " + added);
    }
  }

  /**
   * The row of a kind of line.
   *
   * @param kind the stable name of the kind
   * @return the first row of the kind, absent if there is none
   */
  default Optional<Row> row(String kind) {
    return rows().stream().filter(row -> row.kind().equals(kind)).findFirst();
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

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ConsolidatedStatement}. */
  final class Builder extends ImmutableConsolidatedStatement.Builder {
    Builder() {}
  }
}
