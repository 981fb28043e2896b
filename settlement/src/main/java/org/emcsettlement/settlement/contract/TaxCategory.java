package org.emcsettlement.settlement.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emcsettlement.core.period.Schedule;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.statement.TaxStatus;

/**
 * Lines that are taxed alike, such as resold electricity beside the service itself. A line belongs
 * to the first category that names its commodity and its clause; a list left empty names all.
 *
 * @param id the id, part of the ids of true-up lines; empty for the contract's own category
 * @param name the name on invoices
 * @param status how tax applies
 * @param rates the rates by the date they hold from, if taxed
 * @param reason the rule by which tax does not apply at a rate
 * @param document the document that shows it, the name of an attachment of the contract
 * @param commodities the commodities it is for
 * @param clauses the ids of the clauses it is for
 */
public record TaxCategory(
    String id,
    Optional<String> name,
    TaxStatus status,
    @JsonProperty("rate") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TaxTerms.Rate> rates,
    Optional<String> reason,
    Optional<String> document,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Commodity> commodities,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> clauses) {

  /** {@return the rates by date} */
  public Schedule<BigDecimal> schedule() {
    return Schedule.of(rates, TaxTerms.Rate::from, TaxTerms.Rate::rate);
  }

  /**
   * The rate at a tax point.
   *
   * @param taxPoint the date
   * @return the rate in force; zero if tax does not apply at a rate
   */
  public BigDecimal rateOn(LocalDate taxPoint) {
    return status == TaxStatus.TAXED
        ? schedule().at(taxPoint).orElse(BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }

  /** {@return why tax does not apply at a rate: rule and document, as far as they are named} */
  public Optional<String> grounds() {
    List<String> named = Stream.of(reason, document).flatMap(Optional::stream).toList();
    return named.isEmpty() ? Optional.empty() : Optional.of(String.join("；", named));
  }

  boolean covers(PlacedLine line) {
    Optional<Commodity> commodity = line.draft().commodity();
    return (clauses.isEmpty() || clauses.contains(line.clause().id()))
        && (commodities.isEmpty() || commodity.filter(commodities::contains).isPresent());
  }
}
