package org.emcsettlement.settlement.contract;

import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.period.DayCount;
import org.emcsettlement.core.period.WorkCalendar;
import org.immutables.value.Value;

/** When statements are made, and which calendars they use. */
@LibraryStyle
@Value.Immutable
public interface ScheduleTerms {

  /** {@return how often regular statements are made} */
  Frequency frequency();

  /**
   * {@return what their periods are counted from; contract years if frequency is ANNUAL, else the
   * calendar}
   */
  @Value.Default
  default Alignment alignment() {
    return frequency() == Frequency.ANNUAL ? Alignment.ANCHOR : Alignment.CALENDAR;
  }

  /** {@return whether every contract year ends with an annual true-up, a statement of its own} */
  @Value.Default
  default boolean annualStatement() {
    return false;
  }

  /** {@return the work calendar} */
  @Value.Default
  default String workCalendar() {
    return WorkCalendar.MAINLAND_CHINA;
  }

  /** {@return how parts of a period are measured} */
  @Value.Default
  default DayCount dayCount() {
    return DayCount.ACT_ACTUAL_IN_PERIOD;
  }

  /** {@return the days from issue to payment} */
  @Value.Default
  default int dueDays() {
    return 30;
  }

  /** What statement periods are counted from. */
  enum Alignment {
    /** Calendar months, quarters, halves, years. */
    CALENDAR,
    /** The contract's anchor date. */
    ANCHOR
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ScheduleTerms}. */
  final class Builder extends ImmutableScheduleTerms.Builder {
    Builder() {}
  }
}
