package org.emcsettlement.baseline.judge;

import java.util.List;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Findings;

/**
 * What a sufficiency set makes of data.
 *
 * @param rows the rows to fit: estimates merged, and what does not count without its use
 * @param findings everything that is too little, and what was left out
 */
public record Screening(List<UseRow> rows, Findings findings) {

  /**
   * A screening; the list is copied.
   *
   * @param rows the rows to fit
   * @param findings what was found
   */
  public Screening {
    rows = List.copyOf(rows);
  }

  /** {@return whether the data suffice; notes do not count against them} */
  public boolean isSufficient() {
    return !findings.has(Effect.BLOCK) && !findings.has(Effect.PROVISIONAL);
  }
}
