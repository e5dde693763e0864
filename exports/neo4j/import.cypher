// Reads the CSV beside this file into a running server (Neo4j 5.23 or newer); running it again changes nothing.
// Run constraints.cypher first. The files must lie in the server's import folder:
//   cypher-shell -f constraints.cypher && cypher-shell -f import.cypher

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;NamedEvent'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`NamedEvent`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;ArmedGroup'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`ArmedGroup`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;Civil'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`Civil`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;Company'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`Company`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;Court'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`Court`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;Education'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`Education`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;Government'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`Government`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;International'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`International`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;Legislature'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`Legislature`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;Military'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`Military`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;Ministry'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`Ministry`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;Party'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`Party`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Organization;Sport'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Organization`, n:`Sport`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Person'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Person`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Place'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Place`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Place;Area'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Place`, n:`Area`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Place;City'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Place`, n:`City`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Place;Country'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Place`, n:`Country`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Place;Facility'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Place`, n:`Facility`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Place;Mountain'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Place`, n:`Mountain`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///things.csv' AS row
WITH row WHERE row.`:LABEL` = 'Thing;Place;Region'
CALL (row) {
  MERGE (n:`Thing` {id: row.`id:ID(Thing)`}) SET n:`Place`, n:`Region`, n.`type` = row.`type:string`, n.`subtype` = row.`subtype:string`, n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`aliases` = split(row.`aliases:string[]`, ';'), n.`links` = split(row.`links:string[]`, ';'), n.`mentions` = toInteger(row.`mentions:int`), n.`articles` = toInteger(row.`articles:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Conflict;Attack'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Conflict`, n:`Attack`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Conflict;Ceasefire'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Conflict`, n:`Ceasefire`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Conflict;Deploy'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Conflict`, n:`Deploy`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Conflict;Protest'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Conflict`, n:`Protest`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Contact;Call'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Contact`, n:`Call`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Contact;Meet'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Contact`, n:`Meet`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Contact;Visit'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Contact`, n:`Visit`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Disaster'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Disaster`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Economy;Aid'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Economy`, n:`Aid`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Economy;Invest'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Economy`, n:`Invest`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Economy;Launch'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Economy`, n:`Launch`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Governance;Agree'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Governance`, n:`Agree`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Governance;Appoint'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Governance`, n:`Appoint`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Governance;Cancel'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Governance`, n:`Cancel`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Governance;Decide'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Governance`, n:`Decide`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Governance;Elect'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Governance`, n:`Elect`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Governance;Leave'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Governance`, n:`Leave`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Governance;Sanction'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Governance`, n:`Sanction`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Governance;Vote'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Governance`, n:`Vote`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Justice;Arrest'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Justice`, n:`Arrest`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Justice;Investigate'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Justice`, n:`Investigate`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Justice;Release'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Justice`, n:`Release`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Justice;Trial'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Justice`, n:`Trial`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Life;Die'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Life`, n:`Die`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Life;Displace'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Life`, n:`Displace`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Life;Injure'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Life`, n:`Injure`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Sport;Match'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Sport`, n:`Match`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Statement;Accuse'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Statement`, n:`Accuse`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Statement;Announce'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Statement`, n:`Announce`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Statement;Condemn'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Statement`, n:`Condemn`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Statement;Demand'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Statement`, n:`Demand`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Statement;Deny'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Statement`, n:`Deny`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Statement;Promise'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Statement`, n:`Promise`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Statement;Reject'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Statement`, n:`Reject`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Statement;Say'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Statement`, n:`Say`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Statement;Support'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Statement`, n:`Support`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///events.csv' AS row
WITH row WHERE row.`:LABEL` = 'Event;Statement;Warn'
CALL (row) {
  MERGE (n:`Event` {id: row.`id:ID(Event)`}) SET n:`Statement`, n:`Warn`, n.`type` = row.`type:string`, n.`group` = row.`group:string`, n.`status` = row.`status:string`, n.`date` = row.`date:string`, n.`first_day` = date(row.`first_day:date`), n.`last_day` = date(row.`last_day:date`), n.`name` = row.`name:string`, n.`name_en` = row.`name_en:string`, n.`count` = toFloat(row.`count:double`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///facts.csv' AS row
WITH row WHERE row.`:LABEL` = 'Fact'
CALL (row) {
  MERGE (n:`Fact` {id: row.`id:ID(Fact)`}) SET n.`type` = row.`type:string`, n.`title` = row.`title:string`, n.`former` = toBoolean(row.`former:boolean`), n.`asserted` = toBoolean(row.`asserted:boolean`), n.`sources` = toInteger(row.`sources:int`), n.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///articles.csv' AS row
WITH row WHERE row.`:LABEL` = 'Article'
CALL (row) {
  MERGE (n:`Article` {id: row.`id:ID(Article)`}) SET n.`doc` = row.`doc:string`, n.`title` = row.`title:string`, n.`outlet` = row.`outlet:string`, n.`published` = row.`published:string`, n.`first_day` = date(row.`first_day:date`), n.`url` = row.`url:string`, n.`copy_of` = row.`copy_of:string`
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'ADDRESSEE'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`ADDRESSEE` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'AGENT'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`AGENT` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'DESTINATION'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`DESTINATION` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'OBJECT'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`OBJECT` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'ORIGIN'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`ORIGIN` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'PARTICIPANT'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`PARTICIPANT` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'PERSON'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`PERSON` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'PLACE'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`PLACE` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'RECIPIENT'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`RECIPIENT` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'SPEAKER'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`SPEAKER` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'TARGET'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`TARGET` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'VICTIM'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`VICTIM` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'VISITOR'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`VISITOR` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///roles.csv' AS row
WITH row WHERE row.`:TYPE` = 'WINNER'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`WINNER` {key: row.`key:string`}]->(b) SET r.`sources` = toInteger(row.`sources:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///relations.csv' AS row
WITH row WHERE row.`:TYPE` = 'LOCATED_IN'
CALL (row) {
  MATCH (a:`Thing` {id: row.`:START_ID(Thing)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`LOCATED_IN` {key: row.`key:string`}]->(b) SET r.`title` = row.`title:string`, r.`former` = toBoolean(row.`former:boolean`), r.`asserted` = toBoolean(row.`asserted:boolean`), r.`sources` = toInteger(row.`sources:int`), r.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///relations.csv' AS row
WITH row WHERE row.`:TYPE` = 'NATIONALITY'
CALL (row) {
  MATCH (a:`Thing` {id: row.`:START_ID(Thing)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`NATIONALITY` {key: row.`key:string`}]->(b) SET r.`title` = row.`title:string`, r.`former` = toBoolean(row.`former:boolean`), r.`asserted` = toBoolean(row.`asserted:boolean`), r.`sources` = toInteger(row.`sources:int`), r.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///relations.csv' AS row
WITH row WHERE row.`:TYPE` = 'PART_OF'
CALL (row) {
  MATCH (a:`Thing` {id: row.`:START_ID(Thing)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`PART_OF` {key: row.`key:string`}]->(b) SET r.`title` = row.`title:string`, r.`former` = toBoolean(row.`former:boolean`), r.`asserted` = toBoolean(row.`asserted:boolean`), r.`sources` = toInteger(row.`sources:int`), r.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///relations.csv' AS row
WITH row WHERE row.`:TYPE` = 'POSITION'
CALL (row) {
  MATCH (a:`Thing` {id: row.`:START_ID(Thing)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`POSITION` {key: row.`key:string`}]->(b) SET r.`title` = row.`title:string`, r.`former` = toBoolean(row.`former:boolean`), r.`asserted` = toBoolean(row.`asserted:boolean`), r.`sources` = toInteger(row.`sources:int`), r.`confidence` = toFloat(row.`confidence:double`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///fact_ends.csv' AS row
WITH row WHERE row.`:TYPE` = 'OBJECT'
CALL (row) {
  MATCH (a:`Fact` {id: row.`:START_ID(Fact)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`OBJECT` {key: row.`key:string`}]->(b)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///fact_ends.csv' AS row
WITH row WHERE row.`:TYPE` = 'SUBJECT'
CALL (row) {
  MATCH (a:`Fact` {id: row.`:START_ID(Fact)`}) MATCH (b:`Thing` {id: row.`:END_ID(Thing)`}) MERGE (a)-[r:`SUBJECT` {key: row.`key:string`}]->(b)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///event_tellings.csv' AS row
WITH row WHERE row.`:TYPE` = 'TOLD_IN'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Article` {id: row.`:END_ID(Article)`}) MERGE (a)-[r:`TOLD_IN` {key: row.`key:string`}]->(b) SET r.`quote` = row.`quote:string`, r.`sentence` = row.`sentence:string`, r.`start` = toInteger(row.`start:int`), r.`end` = toInteger(row.`end:int`), r.`confidence` = toFloat(row.`confidence:double`), r.`rule` = row.`rule:string`, r.`type` = row.`type:string`, r.`status` = row.`status:string`, r.`trigger` = row.`trigger:string`, r.`time` = row.`time:string`, r.`count` = toFloat(row.`count:double`), r.`content` = row.`content:string`, r.`direct` = toBoolean(row.`direct:boolean`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///fact_tellings.csv' AS row
WITH row WHERE row.`:TYPE` = 'TOLD_IN'
CALL (row) {
  MATCH (a:`Fact` {id: row.`:START_ID(Fact)`}) MATCH (b:`Article` {id: row.`:END_ID(Article)`}) MERGE (a)-[r:`TOLD_IN` {key: row.`key:string`}]->(b) SET r.`quote` = row.`quote:string`, r.`sentence` = row.`sentence:string`, r.`start` = toInteger(row.`start:int`), r.`end` = toInteger(row.`end:int`), r.`confidence` = toFloat(row.`confidence:double`), r.`rule` = row.`rule:string`
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///mentions.csv' AS row
WITH row WHERE row.`:TYPE` = 'MENTIONED_IN'
CALL (row) {
  MATCH (a:`Thing` {id: row.`:START_ID(Thing)`}) MATCH (b:`Article` {id: row.`:END_ID(Article)`}) MERGE (a)-[r:`MENTIONED_IN` {key: row.`key:string`}]->(b) SET r.`times` = toInteger(row.`times:int`)
} IN TRANSACTIONS OF 1000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///reported_events.csv' AS row
WITH row WHERE row.`:TYPE` = 'REPORTS'
CALL (row) {
  MATCH (a:`Event` {id: row.`:START_ID(Event)`}) MATCH (b:`Event` {id: row.`:END_ID(Event)`}) MERGE (a)-[r:`REPORTS` {key: row.`key:string`}]->(b)
} IN TRANSACTIONS OF 1000 ROWS;
