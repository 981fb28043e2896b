/**
 * What every page of the house is made of: {@code Page} with numbered sections, {@code Content} in
 * a {@code Table}, written through {@code Markup}, the one place that escapes. {@code Numbers} and
 * {@code Notation} say how numbers, units and dates read. Charts are drawn with {@code Svg} on an
 * {@code Axis}.
 */
@NullMarked
package org.emcsettlement.settlement.report.page;

import org.jspecify.annotations.NullMarked;
