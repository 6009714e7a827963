/**
 * The public tables of Chinese enterprises used in the BDCI 2020 contest on illegal fund-raising
 * (企业非法集资风险数据) as feeds. In: a folder of that layout. Out: records of feeds, table by table. Beside
 * {@code dataset}, which joins the same tables for evaluation alone.
 */
@NullMarked
package org.xinyidai.connectors.bdci;

import org.jspecify.annotations.NullMarked;
