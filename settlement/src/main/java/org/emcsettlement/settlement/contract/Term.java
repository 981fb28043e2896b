package org.emcsettlement.settlement.contract;

import java.time.LocalDate;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.period.ContractYears;
import org.emcsettlement.core.period.Period;

/**
 * The service term.
 *
 * @param start the first service day
 * @param end the day after the last one
 * @param anchor the day from which contract years are counted
 */
public record Term(LocalDate start, LocalDate end, LocalDate anchor) {

  /**
   * A term.
   *
   * @param start the first service day
   * @param end the day after the last one
   * @param anchor the day from which contract years are counted
   * @throws IllegalArgumentException if the end does not follow the start
   */
  public Term {
    if (!end.isAfter(start)) {
      throw new RuleException(
          "服务期结束日 " + end + " 必须晚于开始日 " + start,
          "term end " + end + " must be after its start " + start);
    }
  }

  /** {@return the days of the term} */
  public Period period() {
    return Period.of(start, end);
  }

  /** {@return the contract years} */
  public ContractYears years() {
    return new ContractYears(anchor);
  }
}
