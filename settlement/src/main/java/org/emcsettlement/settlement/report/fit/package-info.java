/**
 * Renders the explanation of a fit: {@code FitFile} as JSON, {@code FitPage} as a page in Chinese
 * and English.
 *
 * <p>Charts are drawn on a {@code Frame}: {@code ScatterChart} with the {@code TemperatureCurve} of
 * the model, {@code TimeChart} of use and of residuals, and {@code AutocorrelationChart}. {@code
 * CoefficientTable} sums terms up by {@code TermGroup} where there are hundreds; {@code EventTable}
 * lists possible non-routine events.
 */
@NullMarked
package org.emcsettlement.settlement.report.fit;

import org.jspecify.annotations.NullMarked;
