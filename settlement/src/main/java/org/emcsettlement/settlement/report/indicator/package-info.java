/**
 * Renders the indicators of a year: {@code IndicatorFile} as JSON, {@code IndicatorPage} as a page
 * in Chinese and English.
 */
@NullMarked
package org.emcsettlement.settlement.report.indicator;

import org.jspecify.annotations.NullMarked;
