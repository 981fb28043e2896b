package org.emcsettlement.baseline.model;

import java.util.Arrays;
import java.util.Optional;
import org.emcsettlement.baseline.solve.HingeForm;

/**
 * The model forms, each a constant, a temperature response and linear drivers. Names are those of
 * the inverse-model toolkit (ASHRAE RP-1050) for daily data and of CalTRACK for degree days on
 * billing periods.
 */
public enum Form {
  /** Constant use. */
  ONE_P("1P", HingeForm.CONSTANT),
  /** Linear in temperature. */
  TWO_P("2P", HingeForm.LINE),
  /** Heating below a change point. */
  THREE_PH("3PH", HingeForm.BELOW),
  /** Cooling above a change point. */
  THREE_PC("3PC", HingeForm.ABOVE),
  /** Two slopes of any sign that meet in one change point. */
  FOUR_P("4P", HingeForm.SHARED),
  /** Heating below one change point, cooling above another. */
  FIVE_P("5P", HingeForm.BOTH),
  /** Heating degree days of a searched base. */
  HDD("HDD", HingeForm.BELOW),
  /** Cooling degree days of a searched base. */
  CDD("CDD", HingeForm.ABOVE),
  /** Heating and cooling degree days of two searched bases. */
  HDD_CDD("HDD_CDD", HingeForm.BOTH);

  private final String code;
  private final HingeForm shape;

  Form(String code, HingeForm shape) {
    this.code = code;
    this.shape = shape;
  }

  /** {@return the stable name} */
  public String code() {
    return code;
  }

  /** {@return its shape as a least-squares problem} */
  public HingeForm shape() {
    return shape;
  }

  /** {@return whether it works on degree days of billing periods} */
  public boolean isDegreeDay() {
    return this == HDD || this == CDD || this == HDD_CDD;
  }

  /**
   * Looks a form up.
   *
   * @param code its stable name
   * @return the form, absent if there is none of that name
   */
  public static Optional<Form> of(String code) {
    return Arrays.stream(values()).filter(form -> form.code.equals(code)).findFirst();
  }

  @Override
  public String toString() {
    return code;
  }
}
