/**
 * The public invoice data of small enterprises used in the CUMCM 2020 contest, problem C (中小微企业
 * 信贷决策数据): invoices, enterprises with and without an outcome, and how many customers a loan rate
 * drives away. In: a folder of that layout. Out: feed readers and two small tables.
 */
@NullMarked
package org.xinyidai.connectors.cumcm;

import org.jspecify.annotations.NullMarked;
