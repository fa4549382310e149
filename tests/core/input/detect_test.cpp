// Which shape a file has and which column plays which part, over headers and rows as exports have
// them. A wrong guess shown with confidence is the worst outcome: where the columns cannot be
// known, the file is refused, or the guess is marked unclear.
#include "core/input/detect.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "core/input/head.h"
#include "tests/core/input/described.h"

namespace upgrade_rate {
namespace {

struct DetectCase {
  const char* name;
  const char* bytes;
  const char* expected;
};

constexpr DetectCase kHistories[] = {
    {"the plain one", "customer,date,plan\nu1,2024-01-05,Basic\nu1,2024-02-05,Pro\n",
     "planHistory customer=customer date=date plan=plan"},
    {"another order", "plan,date,customer\nBasic,2024-01-05,u1\nPro,2024-02-05,u1\n",
     "planHistory customer=customer date=date plan=plan"},
    {"ids, money and seats",
     "account_id;valid_from;plan_name;mrr;seats\na1;2024-01-05;basic;19.90;3\n",
     "planHistory customer=account_id date=valid_from plan=plan_name value=mrr quantity=seats"},
    {"German", "Kundennummer;Datum;Tarif;Preis\nK1;05.01.2024;Basis;19,90\n",
     "planHistory customer=Kundennummer date=Datum plan=Tarif value=Preis"},
    {"German with accents", "Kunden-Nr.;Gültig ab;Paket;Menge\nK1;05.01.2024;Basis;2\n",
     "planHistory customer=Kunden-Nr. date=Gültig ab plan=Paket quantity=Menge"},
    {"case, spaces and underscores", "CUSTOMER ID,Start_Date,Plan-Name\n1,2024-01-05,Basic\n",
     "planHistory customer=CUSTOMER ID date=Start_Date plan=Plan-Name"},
    {"a row's id beside the user's",
     "id,user_id,created_at,plan,country,is_active\n6f1e,u1,2024-01-05T10:00:00Z,basic,DE,true\n"
     "7a2b,u2,2024-01-06T10:00:00Z,pro,US,true\n8c3d,u1,2024-02-06T10:00:00Z,pro,DE,false\n",
     "planHistory customer=user_id date=created_at plan=plan"},
    {"only a row's id", "id,plan,date\n1,Basic,2024-01-05\n1,Pro,2024-02-05\n",
     "planHistory customer=id date=date plan=plan"},
    {"e-mails and notes",
     "email,plan,date,notes\na@x.io,Basic,2024-01-05,\"hello, you\"\nb@x.io,Pro,2024-01-06,\n",
     "planHistory customer=email date=date plan=plan"},
    {"customer number and e-mail",
     "email,customer_id,plan,date\na@x.io,1,Basic,2024-01-05\nb@x.io,2,Pro,2024-01-06\n",
     "planHistory customer=customer_id date=date plan=plan"},
    {"UUIDs", "uuid,tier,timestamp\n2f1b6c9e-0d3f-4a57-8b0e-1f2a3b4c5d6e,gold,1704448800\n",
     "planHistory customer=uuid date=timestamp plan=tier"},
    {"a data frame's index", ",customer,date,plan\n0,u1,2024-01-05,Basic\n1,u2,2024-01-06,Pro\n",
     "planHistory customer=customer date=date plan=plan"},
    {"numbers for customers and plans",
     "customer,plan,date\n2001,3,2024-01-05\n2002,4,2024-01-06\n",
     "planHistory customer=customer date=date plan=plan"},
    {"prefixes of the firm's own", "stripe_customer_id,change_date,new_plan\ncus_1,2024-01-05,p1\n",
     "planHistory customer=stripe_customer_id date=change_date plan=new_plan"},
    {"cents", "customer,date,plan,mrr_cents\nu1,2024-01-05,Basic,1990\n",
     "planHistory customer=customer date=date plan=plan value=mrr_cents"},
    {"a lifetime value is no monthly one",
     "customer,date,plan,lifetime value\nu1,2024-01-05,Basic,1990\n",
     "planHistory customer=customer date=date plan=plan"},
    {"a price beside its interval",
     "customer,date,plan,price,interval\nu1,2024-01-05,Basic,10,month\nu2,2024-01-05,Pro,500,"
     "year\n",
     "planHistory customer=customer date=date plan=plan value=price interval=interval"},
    {"a monthly value needs no interval",
     "customer,date,plan,mrr,interval\nu1,2024-01-05,Basic,10,month\nu2,2024-01-05,Pro,50,year\n",
     "planHistory customer=customer date=date plan=plan value=mrr"},
    {"intervals that are none leave no monthly value",
     "customer,date,plan,price,term\nu1,2024-01-05,Basic,10,winter\nu2,2024-01-05,Pro,50,spring\n",
     "planHistory customer=customer date=date plan=plan"},
    {"nor do counts of intervals",
     "customer,date,plan,price,interval,interval_count\nu1,2024-01-05,Basic,10,month,1\n"
     "u2,2024-01-05,Pro,50,month,6\n",
     "planHistory customer=customer date=date plan=plan"},
    {"nor do counts beside a unit of intervals",
     "customers.id,date,plan,price,billing_period,billing_period_unit\n"
     "u1,2024-01-05,Basic,57,3,month\nu2,2024-01-05,Pro,49,1,month\n",
     "planHistory customer=customers.id date=date plan=plan"},
    {"billing is an interval where its values are",
     "customer,date,plan,price,billing\nu1,2024-01-05,Basic,190,Annual\n"
     "u2,2024-01-05,Pro,50,Monthly\n",
     "planHistory customer=customer date=date plan=plan value=price interval=billing"},
    {"months of a term",
     "customer,date,plan,price,Term (months)\nu1,2024-01-05,Basic,190,12\n"
     "u2,2024-01-05,Pro,50,24\n",
     "planHistory customer=customer date=date plan=plan"},
    {"German price, interval and currency",
     "Kunde;Datum;Tarif;Preis;Zahlweise;Währung\nK1;05.01.2024;Basis;19,90;jährlich;EUR\n",
     "planHistory customer=Kunde date=Datum plan=Tarif value=Preis interval=Zahlweise "
     "currency=Währung"},
    {"money in two currencies",
     "customer,date,plan,mrr,currency\nu1,2024-01-05,Basic,10,USD\nu2,2024-01-05,Basic,9,EUR\n",
     "planHistory customer=customer date=date plan=plan value=mrr currency=currency"},
    {"a plan by its values, under an unknown name",
     "customer,date,bundle\nu1,2024-01-05,Basic\nu2,2024-01-06,Pro\nu1,2024-02-06,Enterprise\n",
     "planHistory customer=customer date=date plan=bundle"},
    {"a status of which nobody left",
     "customer,date,plan,status\nu1,2024-01-05,Basic,active\nu1,2024-02-05,Pro,active\n",
     "planHistory customer=customer date=date plan=plan"},
    {"a status that holds the plans",
     "customer,date,status\nu1,2024-01-05,Free\nu1,2024-02-05,Pro\nu1,2024-03-05,Cancelled\n",
     "planHistory customer=customer date=date plan=status"},
    {"a column named by a year", "customer,date,plan,2024\nu1,2024-01-05,Basic,7\n",
     "planHistory customer=customer date=date plan=plan"},
    {"created beats updated",
     "customer,updated_at,plan,created_at\nu1,2024-03-05,Basic,2024-01-05\n",
     "planHistory customer=customer date=created_at plan=plan"},
    {"a sales person called Max",
     "customer,sales,date,plan\nu1,Max,2024-01-05,p1\nu2,Eva,2024-01-06,p2\n",
     "planHistory customer=customer date=date plan=plan"},
    // Marked: another column would do as well.
    {"two plan columns of one name", "customer,date,plan,plan\nu1,2024-01-05,Basic,Pro\n",
     "planHistory customer=customer date=date plan=plan unclear:plan/plan"},
    {"two dates", "customer,signup_date,plan,renewal_date\nu1,2023-01-05,Basic,2024-01-05\n",
     "planHistory customer=customer date=signup_date plan=plan unclear:date/renewal_date"},
    {"users or their organisations",
     "user_id,organization_id,date,plan\nu1,o1,2024-01-05,Basic\nu2,o1,2024-01-05,Basic\n",
     "planHistory customer=user_id date=date plan=plan unclear:customer/organization_id"},
    {"an id and a name of the same customers are clear",
     "customer,customer id,date,plan\nAnn,1,2024-01-05,Basic\nBob,2,2024-01-05,Basic\n",
     "planHistory customer=customer date=date plan=plan"},
};

constexpr DetectCase kWithoutHeader[] = {
    {"a constant is no money", "A,2024-01-05,basic,1\nB,2024-01-05,pro,1\nA,2024-03-05,pro,1\n",
     "planHistory customer=#1 date=#2 plan=#3"},
    {"three columns", "u1,2024-01-05,Basic\nu2,2024-01-06,Pro\nu1,2024-02-06,Pro\n",
     "planHistory customer=#1 date=#2 plan=#3"},
    {"money", "Pro;u1;19,90;05.01.2024\nPro;u2;19,90;06.01.2024\nBasic;u3;9,90;07.01.2024\n",
     "planHistory customer=#2 date=#4 plan=#1 value=#3"},
    {"numbers for customers",
     "45001,Basic,2024-01-05\n45002,Basic,2024-01-06\n45001,Pro,2024-02-06\n",
     "planHistory customer=#1 date=#3 plan=#2"},
    {"years for customers", "2001,Basic,2024-01-05\n2002,Basic,2024-01-06\n2001,Pro,2024-02-06\n",
     "planHistory customer=#1 date=#3 plan=#2"},
    {"row numbers are neither customers nor money",
     "1,u1,2024-01-05,Basic\n2,u2,2024-01-06,Basic\n3,u1,2024-02-05,Pro\n4,u3,2024-02-06,Basic\n",
     "planHistory customer=#2 date=#3 plan=#4"},
    {"a country beside the plan",
     "u1,DE,2024-01-05,Basic\nu2,US,2024-01-06,Pro\nu1,DE,2024-02-06,Pro\nu3,DE,2024-02-06,Free\n",
     "planHistory customer=#1 date=#3 plan=#4"},
    {"two columns of numbers: neither is money",
     "u1,2024-01-05,Basic,3,19\nu2,2024-01-06,Pro,3,49\nu1,2024-02-06,Pro,4,49\n",
     "planHistory customer=#1 date=#2 plan=#3"},
    {"totals", "2024-01,1204,38\n2024-02,1230,40\n", "totals period=#1 total=#2 upgraded=#3"},
    {"totals by year", "2022,38,1204\n2023,48,1304\n", "totals period=#1 total=#3 upgraded=#2"},
    {"two numbers", "1204\t38\n", "totals total=#1 upgraded=#2"},
    {"two numbers, grouped", "38;1.204\n", "totals total=#2 upgraded=#1"},
};

constexpr DetectCase kTotals[] = {
    {"one column per period", "metric,Jan 2024,Feb 2024\nCustomers,1204,1251\nUpgrades,38,41\n",
     "totals period=Jan 2024 measure=metric"},
    {"without a name above the counts",
     ",2024-Q1,2024-Q2\nrate,3 %,4 %\nTotal customers,1204,1251\nUpgraded customers,38,50\n",
     "totals period=2024-Q1 measure=#1"},
    {"one column per period, in German, by region",
     "Region;Kennzahl;01.01.2024;01.02.2024\nNord;Kunden;1.204;1.251\nNord;Hochgestuft;38;41\n",
     "totals period=01.01.2024 measure=Kennzahl"},
    {"beside a sum", "type,2024-01,2024-02,Total\ncustomers,10,12,22\nupgraded,1,2,3\n",
     "totals period=2024-01 measure=type"},
    {"the plain one", "month,customers,upgrades\n2024-01,1204,38\n",
     "totals period=month total=customers upgraded=upgrades"},
    {"another order", "Customers upgraded,Quarter,Total customers\n38,2024-Q1,1204\n",
     "totals period=Quarter total=Total customers upgraded=Customers upgraded"},
    {"German", "Monat;Kunden;Hochgestuft\nJan 2024;1.204;38\n",
     "totals period=Monat total=Kunden upgraded=Hochgestuft"},
    {"two numbers", "total customers,customers upgraded\n1204,38\n",
     "totals total=total customers upgraded=customers upgraded"},
    {"counts beside them", "month,new customers,customers,churned,upgrades\n2024-01,9,1204,8,38\n",
     "totals period=month total=customers upgraded=upgrades"},
    {"two totals", "month,customers,total,upgrades\n2024-01,1204,1300,38\n",
     "totals period=month total=customers upgraded=upgrades unclear:total/total"},
};

constexpr DetectCase kSubscriptions[] = {
    {"with an end", "customer,plan,start_date,end_date\nu1,Basic,2024-01-05,\n",
     "subscriptions customer=customer plan=plan start=start_date end=end_date"},
    {"Stripe's",
     "id,Customer ID,Plan,Quantity,Interval,Amount,Status,Start (UTC),Ended At (UTC)\n"
     "sub_1,cus_1,price_1,1,month,19.00,active,2024-01-05 10:00,\n",
     "subscriptions customer=Customer ID plan=Plan value=Amount quantity=Quantity "
     "interval=Interval "
     "start=Start (UTC) end=Ended At (UTC) status=Status subscription=id"},
    {"an end goes before a cancellation, and no passing date is one",
     "customer,plan,start,trial_end,current_period_end,canceled_at,ended_at\n"
     "u1,Basic,2024-01-05,,2024-02-05,,\n",
     "subscriptions customer=customer plan=plan start=start end=ended_at"},
    {"with a status and no end",
     "customer_id,plan,status,start_date\nu1,Basic,active,2024-01-05\n"
     "u2,Pro,cancelled,2024-01-06\n",
     "subscriptions customer=customer_id plan=plan start=start_date status=status"},
    {"stretches of a slowly changing dimension",
     "account_id,tier,valid_from,valid_to\na1,Basic,2024-01-05,2024-02-01\na1,Pro,2024-02-01,\n",
     "subscriptions customer=account_id plan=tier start=valid_from end=valid_to"},
    {"Chargebee's",
     "subscriptions.id,subscriptions.plan_id,subscriptions.status,subscriptions.started_at,"
     "subscriptions.cancelled_at,customers.id\ns1,basic,active,2024-01-05,,c1\n",
     "subscriptions customer=customers.id plan=subscriptions.plan_id "
     "start=subscriptions.started_at end=subscriptions.cancelled_at status=subscriptions.status "
     "subscription=subscriptions.id"},
    {"German", "Kunde;Tarif;Beginn;Kündigung\nK1;Basis;05.01.2024;\n",
     "subscriptions customer=Kunde plan=Tarif start=Beginn end=Kündigung"},
};

constexpr DetectCase kChanges[] = {
    {"the plain one", "customer,date,from plan,to plan\nu1,2024-01-05,Basic,Pro\n",
     "changes customer=customer date=date fromPlan=from plan toPlan=to plan"},
    {"old and new, with values and seats",
     "account,changed at,old plan,new plan,old mrr,new "
     "mrr,seats\na1,2024-01-05,Basic,Pro,10,30,2\n",
     "changes customer=account date=changed at quantity=seats fromPlan=old plan toPlan=new plan "
     "valueBefore=old mrr valueAfter=new mrr"},
    {"from and to are plans, not days", "date,customer,from,to\n2024-01-05,u1,Basic,Pro\n",
     "changes customer=customer date=date fromPlan=from toPlan=to"},
    {"a plan and a value beside the plan before",
     "customer,date,plan,previous plan,mrr\nu1,2024-01-05,Pro,Basic,30\n",
     "changes customer=customer date=date fromPlan=previous plan toPlan=plan valueAfter=mrr"},
    {"German", "Kunde;Wechseldatum;alter Tarif;neuer Tarif;neuer Preis\nK1;05.01.2024;S;M;20,00\n",
     "changes customer=Kunde date=Wechseldatum fromPlan=alter Tarif toPlan=neuer Tarif "
     "valueAfter=neuer Preis"},
    {"Kill Bill's transitions",
     "account_id,prev_product_name,next_product_name,next_mrr,requested_timestamp\n"
     "a1,Basic,Pro,50,2024-01-05\n",
     "changes customer=account_id date=requested_timestamp fromPlan=prev_product_name "
     "toPlan=next_product_name valueAfter=next_mrr"},
};

constexpr DetectCase kMovements[] = {
    {"HubSpot's deals",
     "Deal Name,Associated Company,Amount,Close Date,Deal Stage,Deal Type,Create Date\n"
     "Acme Pro,Acme,9,2024-01-05,Closed Won,newbusiness,2023-12-01\n",
     "movements customer=Associated Company date=Close Date type=Deal Type stage=Deal Stage"},
    {"deals with an id of the company",
     "Record ID,Deal Name,Associated Company IDs,Associated Company,Amount,Close Date,Deal Stage,"
     "Deal Type\n1,Acme Pro,77,Acme,9,2024-01-05,Won,existingbusiness\n",
     "movements customer=Associated Company IDs date=Close Date type=Deal Type stage=Deal Stage"},
    {"Salesforce's opportunities",
     "Account Name,Amount,Close Date,Stage,Type\nAcme,9,2024-01-05,Closed Won,"
     "Existing Customer - Upgrade\n",
     "movements customer=Account Name date=Close Date type=Type stage=Stage"},
    {"Salesforce's objects",
     "Id,AccountId,Name,StageName,Amount,CloseDate,Type,IsWon\n006A,001A,Acme Pro,Closed Won,9,"
     "2024-01-05,Existing Customer - Upgrade,true\n",
     "movements customer=AccountId date=CloseDate type=Type stage=StageName"},
    {"opportunities of another system, in German",
     "Kunde;Abschlussdatum;Verkaufsphase;Art\nAcme;05.01.2024;Gewonnen;Upgrade\n",
     "movements customer=Kunde date=Abschlussdatum type=Art stage=Verkaufsphase"},
    {"the plain one", "customer,date,type,plan,mrr\nu1,2024-01-05,new,Basic,10\n",
     "movements customer=customer date=date plan=plan value=mrr type=type"},
    {"without plans", "customer,date,event\nu1,2024-01-05,signup\nu1,2024-02-05,upgrade\n",
     "movements customer=customer date=date type=event"},
    {"German", "Kunde;Datum;Art;Betrag\nK1;05.01.2024;Neukunde;10,00\n",
     "movements customer=Kunde date=Datum value=Betrag type=Art"},
    {"Stripe's change events",
     "event_timestamp,local_event_timestamp,event_type,mrr_change,currency,customer_id,"
     "subscription_id,price_id,product_id\n"
     "2024-01-05,2024-01-05,ACTIVE_START,1000,usd,cus_1,sub_1,price_a,prod_a\n",
     "movements customer=customer_id date=event_timestamp plan=product_id value=mrr_change "
     "currency=currency type=event_type"},
    {"ChartMogul's",
     "DATE,CUSTOMER_EXTERNAL_ID,MOVEMENT_TYPE,MRR_MOVEMENT,PLAN_EXTERNAL_ID,"
     "PREVIOUS_PLAN_EXTERNAL_ID,CURRENCY_CODE\n2024-01-05,c1,new_biz,1000,basic,,USD\n",
     "movements customer=CUSTOMER_EXTERNAL_ID date=DATE plan=PLAN_EXTERNAL_ID value=MRR_MOVEMENT "
     "currency=CURRENCY_CODE fromPlan=PREVIOUS_PLAN_EXTERNAL_ID type=MOVEMENT_TYPE"},
    {"Kill Bill's transitions with their events",
     "account_id,event,prev_product_name,next_product_name,requested_timestamp\n"
     "a1,START_ENTITLEMENT_BASE,,Basic,2024-01-05\n",
     "movements customer=account_id date=requested_timestamp plan=next_product_name "
     "fromPlan=prev_product_name type=event"},
};

constexpr DetectCase kSnapshots[] = {
    {"by month", "customer,month,plan\nu1,2024-01,Basic\nu2,2024-01,Basic\nu1,2024-02,Pro\n",
     "snapshots customer=customer plan=plan period=month"},
    {"what is paid", "as_of_date,account_id,amount\n2024-01-31,a1,19.90\n2024-01-31,a2,9.90\n",
     "snapshots customer=account_id value=amount period=as_of_date"},
    {"German", "Stichtag;Kunde;Tarif;Anzahl\n31.01.2024;K1;Basis;3\n",
     "snapshots customer=Kunde plan=Tarif quantity=Anzahl period=Stichtag"},
    {"everybody again, under a date",
     "date,customer,plan\n2024-01-01,u1,Basic\n2024-01-01,u2,Pro\n2024-02-01,u1,Basic\n"
     "2024-02-01,u2,Pro\n2024-03-01,u1,Pro\n2024-03-01,u2,Pro\n",
     "snapshots customer=customer plan=plan period=date"},
    {"the same on days that are no periods",
     "date,customer,plan\n2024-01-01,u1,Basic\n2024-01-01,u2,Pro\n2024-02-03,u1,Basic\n"
     "2024-02-03,u2,Pro\n2024-03-09,u1,Pro\n2024-03-09,u2,Pro\n",
     "planHistory customer=customer date=date plan=plan"},
    {"changes on firsts of months",
     "date,customer,plan\n2024-01-01,u1,Basic\n2024-01-01,u2,Pro\n2024-02-01,u1,Pro\n"
     "2024-02-01,u2,Basic\n2024-03-01,u1,Basic\n2024-03-01,u2,Pro\n",
     "planHistory customer=customer date=date plan=plan"},
    {"a month beside the date of the change",
     "customer,month,change date,plan\nu1,2024-01,2024-01-05,Basic\nu1,2024-02,2024-02-06,Pro\n",
     "planHistory customer=customer date=change date plan=plan"},
    {"a matrix of money", "customer,2024-01,2024-02\nu1,10,20\nu2,10,10\n",
     "matrix customer=customer value=2024-01"},
    {"a matrix of plans", "customer,2024-01,2024-02\nu1,Basic,Pro\nu2,Pro,Pro\n",
     "matrix customer=customer plan=2024-01"},
    {"a matrix of ends of months", "account name\tregion\t31.01.2024\t29.02.2024\nA\tDE\t9,5\t\n",
     "matrix customer=account name value=31.01.2024"},
    {"a matrix of years", "Customer ID,2022,2023,2024\nc1,100,120,\nc2,,80,80\n",
     "matrix customer=Customer ID value=2022"},
    {"a matrix of named months", "client,Jan 2024,Feb 2024\nu1,Basic,Pro\nu2,Pro,\n",
     "matrix customer=client plan=Jan 2024"},
    {"customers who upgraded", "customer,upgraded\nu1,yes\nu2,no\n",
     "flags customer=customer flag=upgraded"},
    {"on a date", "account;did upgrade;date\na1;1;2024-01-05\na2;0;2024-01-06\n",
     "flags customer=account date=date flag=did upgrade"},
    {"by month", "month,customer,upgraded\n2024-01,u1,ja\n2024-01,u2,nein\n",
     "flags customer=customer date=month flag=upgraded"},
    {"beside plans, which say more",
     "customer,date,plan,upgraded\nu1,2024-01-05,Basic,no\nu1,2024-02-05,Pro,yes\n",
     "planHistory customer=customer date=date plan=plan"},
};

constexpr DetectCase kWithoutPlans[] = {
    {"a history", "customer,date,mrr\nu1,2024-01-05,9\nu2,2024-01-06,9\n",
     "planHistory customer=customer date=date value=mrr"},
    {"subscriptions", "customer,start,end,price\nu1,2024-01-05,,9\nu2,2024-01-06,2024-03-01,9\n",
     "subscriptions customer=customer value=price start=start end=end"},
    {"prices per interval",
     "customer,start,end,price,interval\nu1,2024-01-05,,9,month\nu2,2024-01-06,,99,year\n",
     "subscriptions customer=customer value=price interval=interval start=start end=end"},
    {"intervals that are none leave nothing",
     "customer,start,end,price,term\nu1,2024-01-05,,9,winter\nu2,2024-01-06,,99,spring\n",
     "input.shapeUnknown"},
};

constexpr DetectCase kRefused[] = {
    {"no plan", "customer,email,date,country\nu1,a@x,2024-01-05,DE\nu2,b@x,2024-01-06,US\n",
     "input.shapeUnknown"},
    {"no customer", "country,date,plan\nDE,2024-01-05,Basic\nDE,2024-02-05,Pro\n",
     "input.shapeUnknown"},
    {"no date", "customer,plan,country\nu1,Basic,DE\nu2,Pro,US\n", "input.shapeUnknown"},
    {"an American state is no plan", "customer,date,state\nu1,2024-01-05,CA\nu2,2024-01-06,NY\n",
     "input.shapeUnknown"},
    {"a pivot table of regions", "region,2024-01,2024-02\nDE,10,20\nUS,10,10\n",
     "input.shapeUnknown"},
    {"payments are no plan history", "customer,date,amount\nu1,2024-01-05,9\nu2,2024-01-06,9\n",
     "input.shapeUnknown"},
    {"upgrades that are neither yes nor no",
     "customer,date,upgraded\nu1,2024-01-05,3\nu2,2024-01-05,12\n", "input.shapeUnknown"},
    {"any numbers", "a,b\n1,2\n3,4\n", "input.shapeUnknown"},
    {"many numbers without names", "1,2,3,4\n5,6,7,8\n", "input.shapeUnknown"},
    {"a rate is no count", "month,customers,upgrade rate\n2024-01,1000,3%\n", "input.shapeUnknown"},
    {"a conversion is no upgrade", "month,customers,converted\n2024-01,1000,3\n",
     "input.shapeUnknown"},
    {"new customers are no total", "month,new customers,upgrades\n2024-01,1000,3\n",
     "input.shapeUnknown"},
    {"prose", "Dear all,\nthis is a letter, with commas.\nBye\n", "input.shapeUnknown"},
    {"deals without a type",
     "Associated Company,Amount,Close Date,Deal Stage\nAcme,9,2024-01-05,Won\n",
     "input.shapeUnsupported Deal Stage"},
    {"Paddle's transactions",
     "id,status,customer_id,currency_code,billed_at,details.totals.total,product_name\n"
     "txn_1,completed,ctm_1,USD,2024-01-05T10:00:00Z,1000,Basic\n"
     "txn_2,completed,ctm_1,USD,2024-02-05T10:00:00Z,3000,Pro\n",
     "input.payments Paddle transactions"},
    {"regions and what is summed over them",
     "region,2024-01,2024-02\nDE,10,20\nUS,10,10\nTotal,20,30\n", "input.shapeUnknown"},
    {"movements of kinds that are not known",
     "customer,date,event_type,plan\nu1,2024-01-05,E17,Basic\nu1,2024-02-05,E18,Pro\n",
     "input.shapeUnsupported event_type"},
    // Read as a history, who starts a trial or whose card expires would be a customer.
    {"events of which most are no movements",
     "user,event,date,plan\nu1,subscription_created,2024-01-05,Basic\n"
     "u2,trial_started,2024-01-06,Basic\nu1,card_expired,2024-02-05,Basic\n",
     "input.shapeUnsupported event"},
    {"a plan before and none after", "customer,date,old plan\nu1,2024-01-05,Basic\n",
     "input.shapeUnsupported old plan"},
    {"rows with a status at any date",
     "customer_id,plan,status,changed_at\nu1,Basic,active,2024-01-05\n"
     "u2,Pro,cancelled,2024-01-06\n",
     "input.shapeUnsupported status"},
};

template <size_t N>
void expectAll(const DetectCase (&cases)[N]) {
  for (const DetectCase& c : cases) EXPECT_EQ(described(c.bytes), c.expected) << c.name;
}

TEST(Detect, PlanHistories) { expectAll(kHistories); }
TEST(Detect, WithoutHeader) { expectAll(kWithoutHeader); }
TEST(Detect, Totals) { expectAll(kTotals); }
TEST(Detect, Subscriptions) { expectAll(kSubscriptions); }
TEST(Detect, Changes) { expectAll(kChanges); }
TEST(Detect, Movements) { expectAll(kMovements); }
TEST(Detect, SnapshotsMatricesAndFlags) { expectAll(kSnapshots); }
TEST(Detect, ValuesWithoutPlans) { expectAll(kWithoutPlans); }
TEST(Detect, RefusesWhatItCannotKnow) { expectAll(kRefused); }

TEST(Detect, WhatIsSaidIsTaken) {
  const std::string bytes = "a,b,c,d\nu1,2024-01-05,x,7\nu2,2024-01-06,y,8\n";
  ReadingRequest request;
  request.mapping = {{Part::customer, "a"}, {Part::plan, "#3"}};
  EXPECT_EQ(described(bytes, request), "planHistory customer=a date=b plan=c");
  request.mapping[Part::value] = "D ";
  EXPECT_EQ(described(bytes, request), "planHistory customer=a date=b plan=c value=d");
  request.mapping[Part::date] = "";
  EXPECT_EQ(described(bytes, request), "input.shapeUnknown");
}

TEST(Detect, AnAskedShapeIsReadWhateverOtherColumnsSay) {
  ReadingRequest request;
  request.shape = Shape::planHistory;
  EXPECT_EQ(described("customer,plan,start,end\nu1,Basic,2024-01-05,\n", request),
            "planHistory customer=customer date=start plan=plan");
  EXPECT_EQ(described("customer,month,plan\nu1,2024-01,Basic\n", request),
            "planHistory customer=customer date=month plan=plan");
  EXPECT_EQ(described("month,customers,upgrades\n2024-01,9,1\n", request), "input.shapeUnknown");
}

struct RunnerUpCase {
  const char* name;
  const char* bytes;
  const char* expected;  ///< the guess and the next best shape, and whether they fit alike
};

// By which needed columns the file has: a customer with a date and a plan could be a state on that
// day; a table of totals has no customers at all.
constexpr RunnerUpCase kRunnersUp[] = {
    {"a date of change may be a day of a snapshot",
     "customer,date,plan\nu1,2024-01-05,Basic\nu1,2024-02-05,Pro\n", "planHistory snapshots worse"},
    {"a subscription's start may be all that counts",
     "customer,plan,start,end\nu1,Basic,2024-01-05,\n", "subscriptions planHistory same"},
    {"a former plan is one that another shape leaves out",
     "customer,date,from plan,to plan\nu1,2024-01-05,Basic,Pro\n", "changes planHistory worse"},
    {"months that each stand once per customer may be changes",
     "customer,month,plan\nu1,2024-01,Basic\nu1,2024-02,Pro\nu2,2024-01,Pro\n",
     "snapshots planHistory worse"},
    {"totals are no customers", "month,customers,upgrades\n2024-01,1204,38\n", "totals none"},
    {"two numbers", "38;1.204\n", "totals none"},
};

std::string guesses(const Reading& reading) {
  if (!reading.guess) return "none";
  const std::string best(shapeName(reading.guess->shape));
  if (!reading.runnerUp) return best + " none";
  const bool worse = reading.runnerUp->fit < reading.guess->fit;
  return best + " " + std::string(shapeName(reading.runnerUp->shape)) +
         (worse ? " worse" : " same");
}

TEST(Detect, TheNextBestShape) {
  for (const RunnerUpCase& c : kRunnersUp) {
    const Head head = readHead({c.bytes, std::strlen(c.bytes)}, true, {});
    EXPECT_EQ(guesses(head.reading), c.expected) << c.name;
    ReadingRequest asked;
    asked.shape = head.reading.shape;
    EXPECT_EQ(guesses(readHead({c.bytes, std::strlen(c.bytes)}, true, asked).reading), "none")
        << c.name << ": what is asked for is no guess";
  }
}

// In a matrix a plan or value is the first of the columns of periods.
TEST(Detect, AMatrixFromAColumnOn) {
  const std::string bytes = "customer,2024-01,2024-02,2024-03\nu1,1,2,2\nu2,1,,1\n";
  const auto periods = [&](const ReadingRequest& request) {
    const Head head = readHead({bytes.data(), bytes.size()}, true, request);
    std::string text = head.error ? head.error->code : "";
    for (const PeriodColumn& each : head.reading.periods)
      text += head.reading.columns[each.column] + " ";
    return text;
  };
  ReadingRequest request;
  EXPECT_EQ(periods(request), "2024-01 2024-02 2024-03 ");
  request.mapping = {{Part::plan, "2024-02"}};
  EXPECT_EQ(described(bytes, request), "matrix customer=customer plan=2024-02");
  EXPECT_EQ(periods(request), "2024-02 2024-03 ");
  request.mapping = {{Part::value, ""}};
  EXPECT_EQ(described(bytes, request), "matrix customer=customer plan=2024-01");
  request.mapping = {{Part::value, "2024-01"}, {Part::customer, "2024-02"}};
  EXPECT_EQ(periods(request), "2024-01 2024-03 ");
  request.mapping = {};
  request.segments = {"2024-03"};
  EXPECT_EQ(periods(request), "2024-01 2024-02 ");
}

TEST(Detect, AColumnCalledByAnothersNumber) {
  const std::string bytes = "#2,customer,date,plan\nx,u1,2024-01-05,Basic\n";
  ReadingRequest request;
  request.mapping[Part::plan] = "#2";
  EXPECT_EQ(described(bytes, request), "planHistory customer=customer date=date plan=#2");
  request.mapping[Part::plan] = "#4";
  EXPECT_EQ(described(bytes, request), "planHistory customer=customer date=date plan=plan");
}

TEST(Detect, DescribesAtMostTwelveColumns) {
  std::string header = "a", row = "x";
  for (int i = 1; i < 15; ++i) {
    header += ",h" + std::to_string(i);
    row += i == 1 ? ",2024-01-05" : i == 2 ? ",7" : ",";
  }
  const std::string bytes = header + "\n" + row + "\n";
  const Head head = readHead({bytes.data(), bytes.size()}, true, {});
  ASSERT_TRUE(head.error);
  EXPECT_NE(head.error->advice.find("a (words), h1 (dates), h2 (numbers), h3 (empty)"),
            std::string::npos);
  EXPECT_NE(head.error->advice.find("h11 (empty) and 3 more columns"), std::string::npos);
}

}  // namespace
}  // namespace upgrade_rate
